package org.zhiping.certificate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Institution;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Level;
import org.zhiping.standard.Packs;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.Part;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** Gathers what a certificate says from the case, its round and its standard. */
@Component("certificateDrafts")
class Drafts {

    private static final String HEADING = "certificate.heading";
    private static final String HEADING_EN = "certificate.headingEn";
    private static final String SCORES = "certificate.scores";
    /** The paper names these as the institution's own wherever the standard leaves them open. */
    private static final Set<String> TOLD = Set.of(HEADING, Numbering.OWN, "scaleMax", "passMark");

    private final Rounds rounds;
    private final Packs packs;
    private final Rulebook rulebook;
    private final PartRecords records;
    private final Institution institution;

    Drafts(Rounds rounds, Packs packs, Rulebook rulebook, PartRecords records, Institution institution) {
        this.rounds = rounds;
        this.packs = packs;
        this.rulebook = rulebook;
        this.records = records;
        this.institution = institution;
    }

    Draft of(Application application, LocalDate issuedOn) {
        StandardPack pack = packs.find(application.standard(), application.edition());
        Map<String, Object> parameters = rulebook.parameterFacts(pack.standard(), pack.edition(),
                rounds.find(application.roundNumber()).parameters());
        Level level = pack.level(application.level()).orElseThrow();
        Optional<Direction> direction = pack.direction(application.direction());
        Printed printed = new Printed("", parameters.get(HEADING).toString(), institution.name(),
                application.applicantName(), MaskedIdNumber.of(application.claims().person().idNumber()), pack.name(),
                pack.title(), level.name(), direction.map(Direction::name).orElse(""),
                marks(application.caseNumber(), pack, ParameterSpec.YES.equals(parameters.get(SCORES))),
                remarks(pack, parameters), issuedOn,
                new Printed.English(parameters.get(HEADING_EN).toString(), institution.nameEn(), pack.in(Locale.ENGLISH),
                        pack.titleEn() == null ? pack.title() : pack.titleEn(), level.in(Locale.ENGLISH), direction.map(named -> named.in(Locale.ENGLISH)).orElse("")));
        return new Draft(printed, Numbering.of(pack, application.level(), parameters));
    }

    private List<Printed.Mark> marks(String caseNumber, StandardPack pack, boolean withScores) {
        return records.of(caseNumber).stream().map(record -> {
            Part part = pack.part(record.part()).orElseThrow();
            return new Printed.Mark(part.name(), part.in(Locale.ENGLISH), withScores ? record.shown() : "");
        }).toList();
    }

    private static List<String> remarks(StandardPack pack, Map<String, Object> parameters) {
        return pack.parameters().stream().filter(spec -> TOLD.contains(spec.id()))
                .map(spec -> parameters.get(spec.id()) instanceof BigDecimal number
                        ? spec.name() + " " + number.stripTrailingZeros().toPlainString() : spec.name())
                .toList();
    }
}

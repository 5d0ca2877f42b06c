package org.zhiping.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ClaimCodes;
import org.zhiping.intake.Nationalities;
import org.zhiping.page.Option;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.ClauseNumber;
import org.zhiping.standard.FactSpec;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** What the application form of one standard asks, and what it offers to choose from. */
@Component
class FormChoices {

    private final Packs packs;
    private final Texts texts;

    FormChoices(Packs packs, Texts texts) {
        this.packs = packs;
        this.texts = texts;
    }

    Map<String, Object> of(Application application) {
        var pack = packs.find(application.standard(), application.edition());
        List<String> occupations = new ArrayList<>(List.of(pack.name()));
        occupations.addAll(pack.relatedOccupations());
        return Map.ofEntries(
                Map.entry("asksCertificates", asks(pack, FactSpec.CERTIFICATE)),
                Map.entry("asksTitles", asks(pack, FactSpec.TITLE)),
                Map.entry("asksClass", pack.facts().stream().anyMatch(fact -> FactSpec.SCHOOLING.equals(fact.kind()) && "class".equals(fact.aspect()))),
                Map.entry("asksCourse", asks(pack, FactSpec.COURSE_COMPLETED) || asks(pack, FactSpec.COURSE_HOURS)),
                Map.entry("occupations", occupations),
                Map.entry("majors", pack.relatedMajors()),
                Map.entry("conditions", withNone(conditions(pack, application.level()))),
                Map.entry("applicantKinds", pack.applicantKinds().isEmpty() ? coded("applicantKind", ClaimCodes.APPLICANT_KINDS)
                        : pack.applicantKinds().stream().map(kind -> Option.of(kind.code(), kind, Language.now())).toList()),
                Map.entry("yesNo", List.of(new Option("yes", texts.of("page.yes")), new Option("no", texts.of("page.no")))),
                Map.entry("idTypes", coded("idType", ClaimCodes.ID_TYPES)),
                Map.entry("nationalities", Nationalities.codes(Language.now()).stream()
                        .map(code -> new Option(code, Nationalities.name(code, Language.now()))).toList()),
                Map.entry("sexes", coded("sex", ClaimCodes.SEXES)),
                Map.entry("certificateLevels", certificateLevels(pack)),
                Map.entry("titleRanks", coded("titleRank", ClaimCodes.TITLE_RANKS)),
                Map.entry("titleKinds", coded("titleKind", ClaimCodes.TITLE_KINDS)),
                Map.entry("schoolTypes", coded("schoolType", ClaimCodes.SCHOOL_TYPES)),
                Map.entry("degrees", coded("degree", ClaimCodes.DEGREES)),
                Map.entry("graduations", coded("graduation", ClaimCodes.GRADUATIONS)),
                Map.entry("technicianClasses", coded("technicianClass", ClaimCodes.TECHNICIAN_CLASSES)));
    }

    private static boolean asks(StandardPack pack, String kind) {
        return pack.facts().stream().anyMatch(fact -> kind.equals(fact.kind()));
    }

    /** Those of every occupation, and the standard's own where they are others. */
    private List<Option> certificateLevels(StandardPack pack) {
        List<Option> levels = new ArrayList<>(coded("certificateLevel", ClaimCodes.CERTIFICATE_LEVELS));
        pack.levels().stream().filter(level -> !ClaimCodes.CERTIFICATE_LEVELS.contains(level.code()))
                .forEach(level -> levels.add(Option.of(level.code(), level, Language.now())));
        return levels;
    }

    private List<Option> coded(String group, List<String> codes) {
        return Option.all(codes, texts, "claim." + group + ".");
    }

    private List<Option> withNone(List<Option> conditions) {
        List<Option> all = new ArrayList<>(conditions);
        if (!all.isEmpty()) {
            all.add(0, new Option("", texts.of("page.claim.condition.any")));
        }
        return all;
    }

    /** A choice of condition only where any one of several suffices. */
    private static List<Option> conditions(StandardPack pack, String level) {
        return !"ANY_ONE_OF".equals(pack.conditionRule()) ? List.of() : pack.conditions().stream()
                .filter(condition -> condition.level() == null || condition.level().equals(level))
                .map(condition -> new Option(condition.id(), ClauseNumber.in(condition.clause(), Language.now()) + " " + condition.in(Language.now())))
                .toList();
    }
}

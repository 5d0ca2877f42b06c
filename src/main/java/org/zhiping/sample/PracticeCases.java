package org.zhiping.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.consent.Consents;
import org.zhiping.document.Paper;
import org.zhiping.document.Papers;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.sample.PracticeData.PracticeCase;
import org.zhiping.sample.PracticeData.PracticePaper;

/** Hands in the applications of {@code sample/practice.yaml}, as their applicants would, so that there is something to review. */
@Component
@ConditionalOnProperty("zhiping.sample.enabled")
public class PracticeCases {

    private static final String STANDARD = "all-media-operator";
    /** A set has ID numbers of its own, three digits of which tell the set. */
    private static final int MOST_SETS = 999;

    /** @param account of the applicant, whose password is that of the set */
    public record Prepared(String caseNumber, String account, String name, String exercise) {
    }

    /** @param password of the applicants, told this once */
    public record PreparedSet(String password, List<Prepared> cases) {
    }

    private final SampleInstitution sample;
    private final Accounts accounts;
    private final Consents consents;
    private final Intake intake;
    private final Rounds rounds;
    private final Papers papers;
    private final ObjectMapper json;
    private final PracticeData data = SampleFile.read("practice.yaml", PracticeData.class);

    PracticeCases(SampleInstitution sample, Accounts accounts, Consents consents, Intake intake, Rounds rounds, Papers papers, ObjectMapper json) {
        this.sample = sample;
        this.accounts = accounts;
        this.consents = consents;
        this.intake = intake;
        this.rounds = rounds;
        this.papers = papers;
        this.json = json;
    }

    List<PracticeCase> all() {
        return data.cases();
    }

    /** All of them or none. @throws Refusal (CONFLICT) where no round is open for them, or after a thousand sets */
    @Transactional
    public PreparedSet prepare() {
        Round round = rounds.open().stream().filter(open -> open.standard().equals(STANDARD)).findFirst()
                .orElseThrow(() -> Refusal.conflict("practice-no-round"));
        int set = nextSet();
        String password = sample.newPassword();
        List<Prepared> prepared = new ArrayList<>();
        for (PracticeCase one : data.cases()) {
            prepared.add(handIn(one, account(set, prepared.size() + 1), password, round, set));
        }
        return new PreparedSet(password, prepared);
    }

    private int nextSet() {
        int set = 1;
        while (accounts.find(account(set, 1)).isPresent()) {
            set++;
        }
        if (set > MOST_SETS) {
            throw Refusal.conflict("practice-too-many", MOST_SETS);
        }
        return set;
    }

    private static String account(int set, int person) {
        return "practice-%d-%d".formatted(set, person);
    }

    private Prepared handIn(PracticeCase one, String account, String password, Round round, int set) {
        accounts.register(account, one.name(), password, account + "@zhiping.example");
        consents.give(account, consents.text().version());
        String number = intake.start(account, round.number(), one.level(), one.direction()).caseNumber();
        String id = PracticeIds.of(one.born(), set);
        intake.save(account, number, claims(one, id, set), null);
        for (Requirement line : intake.requirements(account, number)) {
            if (line.material().equals("PHOTO")) {
                intake.attach(account, number, line.material(), "证件照.jpg", new ByteArrayInputStream(PracticePortrait.of(set)));
            } else if (one.papers().containsKey(line.material())) {
                PracticePaper paper = one.papers().get(line.material());
                intake.attach(account, number, line.material(), paper.title() + ".pdf", new ByteArrayInputStream(print(paper, one, id, set)));
            }
        }
        intake.submit(account, number);
        return new Prepared(number, account, one.name(), one.exercise());
    }

    private Claims claims(PracticeCase one, String id, int set) {
        ObjectNode claims = json.valueToTree(one.claims());
        claims.withObject("/person").put("idType", "RESIDENT_ID").put("idNumber", id);
        claims.withArray("/certificates").forEach(certificate ->
                ((ObjectNode) certificate).put("number", filled(certificate.get("number").textValue(), one, id, set)));
        return json.convertValue(claims, Claims.class);
    }

    private byte[] print(PracticePaper paper, PracticeCase one, String id, int set) {
        return papers.render(new Paper("practice-paper.ftlh", Map.of("title", paper.title(), "seal", paper.seal(), "faint", paper.faint(),
                "lines", paper.lines().stream().map(line -> filled(line, one, id, set)).toList()), Map.of()));
    }

    private static String filled(String text, PracticeCase one, String id, int set) {
        return text.replace("{name}", one.name()).replace("{id}", id).replace("{serial}", "%04d".formatted(set));
    }
}

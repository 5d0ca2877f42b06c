package org.zhiping.intake;

import java.time.LocalDate;
import java.util.Map;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.process.Decisions;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;
import org.zhiping.standard.TestStandards;

/** What the form's eligibility panel asks at every change, without a database. */
public final class TestEligibility {

    private final Rulebook rulebook;
    private final StandardPack pack;
    private final FactSheet.Frame frame;
    private final Explanations explanations = new Explanations(TestTexts.create());
    private final QuestionTexts questions = new QuestionTexts(TestTexts.create());

    public TestEligibility(Decisions decisions, String standard, String edition, String level, Map<String, String> parameters, LocalDate on) {
        rulebook = TestStandards.rulebook(decisions);
        pack = TestStandards.packs().find(standard, edition);
        frame = new FactSheet.Frame(pack, level, parameters, on);
    }

    public Eligibility of(Claims claims) {
        return of(claims, Map.of());
    }

    /** @param answers what a person has said to the questions, by their ids */
    Eligibility of(Claims claims, Map<String, String> answers) {
        return standing(claims, answers).eligibility();
    }

    /** With the outcome of the decision engine. */
    public Eligibility decided(Claims claims) {
        return standing(claims).decided();
    }

    public Map<String, Object> facts(Claims claims) {
        return standing(claims).facts();
    }

    private Standing standing(Claims claims) {
        return standing(claims, Map.of());
    }

    private Standing standing(Claims claims, Map<String, String> answers) {
        return new Standing(rulebook, frame, ClaimReader.read(claims, Standings.levels(pack), frame.referenceDate()), answers, explanations, questions);
    }
}

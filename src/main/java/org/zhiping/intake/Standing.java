package org.zhiping.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiping.platform.Language;
import org.zhiping.standard.EligibilityAnswer;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/**
 * How one applicant stands before the rules of the standard. Who has several educations relies on the one that opens most: each is
 * held against the rules in turn.
 */
class Standing {

    private static final List<String> WORST_FIRST =
            List.of(EligibilityAnswer.INELIGIBLE, EligibilityAnswer.UNDETERMINED, EligibilityAnswer.ELIGIBLE);

    private final Rulebook rulebook;
    private final StandardPack pack;
    private final Map<String, Object> parameters;
    private final FactSheet.Frame frame;
    private final ClaimReader.Reading reading;
    private final Map<String, String> answers;
    private final Explanations explanations;
    private final QuestionTexts questionTexts;
    private final Case best;

    Standing(Rulebook rulebook, FactSheet.Frame frame, ClaimReader.Reading reading, Map<String, String> answers,
             Explanations explanations, QuestionTexts questionTexts) {
        this.rulebook = rulebook;
        this.pack = frame.pack();
        this.parameters = rulebook.parameterFacts(pack.standard(), pack.edition(), frame.parameters());
        this.frame = frame;
        this.reading = reading;
        this.answers = answers;
        this.explanations = explanations;
        this.questionTexts = questionTexts;
        this.best = best(frame, answers);
    }

    /** One set of facts and what the rules say to it. */
    private record Case(FactSheet sheet, EligibilityAnswer answer) {

        private int outcome() {
            return WORST_FIRST.indexOf(answer.outcome());
        }

        private long sure() {
            return answer.met().stream().filter(met -> met.outcome().equals(EligibilityAnswer.ELIGIBLE)).count();
        }
    }

    /** The columns of the decision tables: the applicant's facts and the round's parameters. */
    Map<String, Object> facts() {
        return facts(best.sheet());
    }

    /** The applicant's facts alone. */
    Map<String, Object> ownFacts() {
        return best.sheet().facts();
    }

    /** {@link #facts()} with the condition that counts, for the table of materials. */
    Map<String, Object> factsUnder(String claimed) {
        Map<String, Object> facts = facts();
        facts.put("condition", condition(claimed));
        return facts;
    }

    /** The claimed condition if it holds, else the first that does, surely or possibly; empty when none does. */
    private String condition(String claimed) {
        List<EligibilityAnswer.Met> met = best.answer().met();
        return met.stream().map(EligibilityAnswer.Met::condition).filter(claimed::equals).findFirst()
                .or(() -> met.stream().filter(condition -> condition.outcome().equals(EligibilityAnswer.ELIGIBLE))
                        .map(EligibilityAnswer.Met::condition).findFirst())
                .or(() -> met.stream().map(EligibilityAnswer.Met::condition).findFirst()).orElse("");
    }

    /** As the traced rules say; cheap enough to be asked at every change of the form. */
    Eligibility eligibility() {
        EligibilityAnswer answer = best.answer();
        return new Eligibility(answer.outcome(), frame.referenceDate(),
                answer.met().stream().map(met -> new Eligibility.Condition(met.condition(), met.clause(),
                        pack.conditionText(met.condition(), Language.now()), met.outcome(), explanations.gaps(best.sheet(), met.open()))).toList(),
                answer.misses().stream().map(miss -> explanations.miss(best.sheet(), miss,
                        day -> isMet(miss.condition(), best(frame.on(day), answers).answer()))).toList(),
                questions(answers.isEmpty() ? answer : best(frame, Map.of()).answer()), reading.faults());
    }

    /** The same with the outcome of the decision engine, for every step that hangs on it. */
    Eligibility decided() {
        return eligibility().decided(rulebook.decidedEligibility(pack.standard(), pack.edition(), facts()));
    }

    private static boolean isMet(String condition, EligibilityAnswer answer) {
        return answer.met().stream().anyMatch(met -> met.condition().equals(condition) && met.outcome().equals(EligibilityAnswer.ELIGIBLE));
    }

    /**
     * What only a person can tell and what matters: a question without which no more conditions would hold is not
     * asked, nor is any when the claims suffice by themselves.
     */
    private List<Question> questions(EligibilityAnswer unaided) {
        if (!unaided.outcome().equals(EligibilityAnswer.UNDETERMINED)) {
            return List.of();
        }
        List<Question> asked = sheets(frame, Map.of()).stream().flatMap(sheet -> sheet.questions().stream()).distinct().toList();
        Map<String, String> yes = asked.stream().collect(Collectors.toMap(Question::id, question -> "yes"));
        Set<String> conditions = conditionsWith(yes);
        return asked.stream().filter(question -> {
            Map<String, String> all = new HashMap<>(yes);
            all.put(question.id(), "no");
            return !conditionsWith(all).equals(conditions);
        }).map(question -> questionTexts.said(pack, question)).toList();
    }

    private Set<String> conditionsWith(Map<String, String> supposed) {
        return sheets(frame, supposed).stream().flatMap(sheet -> ask(sheet).met().stream())
                .map(EligibilityAnswer.Met::condition).collect(Collectors.toSet());
    }

    private Case best(FactSheet.Frame on, Map<String, String> given) {
        return sheets(on, given).stream().map(sheet -> new Case(sheet, ask(sheet)))
                .reduce((one, other) -> better().compare(other, one) > 0 ? other : one).orElseThrow();
    }

    private static Comparator<Case> better() {
        return Comparator.comparingInt(Case::outcome).thenComparing(Case::sure).thenComparing(each -> each.answer().met().size());
    }

    private List<FactSheet> sheets(FactSheet.Frame on, Map<String, String> given) {
        List<Career.School> schools = reading.career().schools();
        return (schools.isEmpty() ? List.of(Career.School.NONE) : schools).stream()
                .map(school -> new FactSheet(on, reading.career(), school, given)).toList();
    }

    private EligibilityAnswer ask(FactSheet sheet) {
        return rulebook.eligibility(pack.standard(), pack.edition(), facts(sheet));
    }

    private Map<String, Object> facts(FactSheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>(parameters);
        facts.putAll(sheet.facts());
        return facts;
    }
}

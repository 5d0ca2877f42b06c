package org.zhiping.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhiping.platform.Language;
import org.zhiping.standard.EligibilityAnswer;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** How one applicant stands before the rules of the standard. */
class Standing {

    private static final Pattern YEARS = Pattern.compile("\\d+");

    private final Rulebook rulebook;
    private final StandardPack pack;
    private final Map<String, Object> parameters;
    private final FactSheet.Frame frame;
    private final ClaimReader.Reading reading;
    private final Map<String, String> answers;

    Standing(Rulebook rulebook, FactSheet.Frame frame, ClaimReader.Reading reading, Map<String, String> answers) {
        this.rulebook = rulebook;
        this.pack = frame.pack();
        this.parameters = rulebook.parameterFacts(pack.standard(), pack.edition(), frame.parameters());
        this.frame = frame;
        this.reading = reading;
        this.answers = answers;
    }

    /** The columns of the decision tables: the applicant's facts and the round's parameters. */
    Map<String, Object> facts() {
        return facts(sheet(answers));
    }

    /** The claimed condition if it holds, else the first that does, surely or possibly; empty when none does. */
    String condition(String claimed) {
        List<EligibilityAnswer.Met> met = ask(sheet(answers)).met();
        return met.stream().map(EligibilityAnswer.Met::condition).filter(claimed::equals).findFirst()
                .or(() -> met.stream().filter(condition -> condition.outcome().equals(EligibilityAnswer.ELIGIBLE))
                        .map(EligibilityAnswer.Met::condition).findFirst())
                .or(() -> met.stream().map(EligibilityAnswer.Met::condition).findFirst()).orElse("");
    }

    Eligibility eligibility() {
        FactSheet sheet = sheet(answers);
        EligibilityAnswer answer = ask(sheet);
        return new Eligibility(answer.outcome(), frame.referenceDate(),
                answer.met().stream().map(met -> new Eligibility.Condition(met.condition(), met.clause(),
                        text(met.condition()), met.outcome(), gaps(sheet, met.open()))).toList(),
                answer.misses().stream().map(miss -> new Eligibility.Miss(miss.condition(), miss.clause(), miss.text(),
                        gaps(sheet, miss.gaps()))).toList(),
                questions(answers.isEmpty() ? answer : ask(sheet(Map.of()))), reading.faults());
    }

    /**
     * What only a person can tell and what matters: a question without which no more conditions would hold is not
     * asked, nor is any when the claims suffice by themselves.
     */
    private List<Question> questions(EligibilityAnswer unaided) {
        if (!unaided.outcome().equals(EligibilityAnswer.UNDETERMINED)) {
            return List.of();
        }
        FactSheet unanswered = sheet(Map.of());
        Map<String, String> yes = unanswered.questions().stream().collect(Collectors.toMap(Question::id, question -> "yes"));
        Set<String> conditions = conditionsWith(yes);
        return unanswered.questions().stream().filter(question -> {
            Map<String, String> all = new HashMap<>(yes);
            all.put(question.id(), "no");
            return !conditionsWith(all).equals(conditions);
        }).toList();
    }

    private Set<String> conditionsWith(Map<String, String> supposed) {
        return ask(sheet(supposed)).met().stream().map(EligibilityAnswer.Met::condition).collect(Collectors.toSet());
    }

    private EligibilityAnswer ask(FactSheet sheet) {
        return rulebook.eligibility(pack.standard(), pack.edition(), facts(sheet));
    }

    private FactSheet sheet(Map<String, String> given) {
        return new FactSheet(frame, reading.career(), given);
    }

    private Map<String, Object> facts(FactSheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>(parameters);
        facts.putAll(sheet.facts());
        return facts;
    }

    private String text(String condition) {
        return pack.conditionText(condition, Language.now());
    }

    private static List<Eligibility.Gap> gaps(FactSheet sheet, List<EligibilityAnswer.Gap> gaps) {
        return gaps.stream().map(gap -> gap(sheet, gap)).toList();
    }

    private static Eligibility.Gap gap(FactSheet sheet, EligibilityAnswer.Gap gap) {
        Matcher years = YEARS.matcher(gap.required());
        LocalDate reachedOn = years.find() ? sheet.reaches(gap.fact(), Integer.parseInt(years.group())).orElse(null) : null;
        return new Eligibility.Gap(gap.fact(), gap.label(), gap.required(), gap.actual(), reachedOn);
    }
}

package org.zhiping.intake;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhiping.standard.FactSpec;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.StandardPack;

/**
 * The facts of one applicant for one level, as the pack lists them. What only a person can tell is {@code undetermined} until
 * answered. Facts about schooling tell of one education, the one that the applicant relies on.
 */
class FactSheet {

    /** What the facts are counted by. */
    record Frame(StandardPack pack, String level, Map<String, String> parameters, LocalDate referenceDate) {

        Frame on(LocalDate day) {
            return new Frame(pack, level, parameters, day);
        }

        /** The institution's value for this level; empty where it has set none. */
        String parameter(String id) {
            String value = parameters.getOrDefault(id + "." + level, parameters.getOrDefault(id, ""));
            return !value.isEmpty() ? value : pack.parameters().stream().filter(spec -> spec.id().equals(id)).map(ParameterSpec::defaultValue)
                    .filter(Objects::nonNull).findFirst().orElse("");
        }
    }

    private static final String UNDETERMINED = "undetermined";
    private static final String NO = "no";

    private final Frame frame;
    private final Career career;
    private final Career.School school;
    private final Map<String, String> answers;
    private final HeldPapers papers;
    private final WorkedYears worked;
    private final Schooling schooling;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, WorkedYears.Count> counts = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();

    FactSheet(Frame frame, Career career, Map<String, String> answers) {
        this(frame, career, career.schools().stream().findFirst().orElse(Career.School.NONE), answers);
    }

    /** @param school the education that the applicant relies on */
    FactSheet(Frame frame, Career career, Career.School school, Map<String, String> answers) {
        this.frame = frame;
        this.career = career;
        this.school = school;
        this.answers = answers;
        Occupations occupations = new Occupations(frame.pack(), answers);
        this.papers = new HeldPapers(frame.pack(), career, occupations);
        this.worked = new WorkedYears(frame, career, occupations);
        this.schooling = new Schooling(frame.pack(), career, answers);
        facts.put("level", frame.level());
        facts.put("applicantKind", career.applicantKind());
        occupations.unknown(career).forEach(this::ask);
        frame.pack().facts().forEach(this::state);
        schooling.questions().stream().filter(question -> !answers.containsKey(question.id())).forEach(this::ask);
    }

    Map<String, Object> facts() {
        return facts;
    }

    /** Everything that only a person can tell and nobody has answered yet. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** The day on which a fact in years becomes this large if the applicant goes on working. */
    Optional<LocalDate> reaches(String fact, int years) {
        return count(fact).flatMap(count -> count.reaches(years, frame.referenceDate()));
    }

    /** What a fact in years lacks of this many; empty for other facts. */
    Optional<Period> missing(String fact, int years) {
        return count(fact).map(count -> count.missing(years, frame.referenceDate()));
    }

    /** The hours that a fact counts; empty for other facts. */
    Optional<Integer> hours(String fact) {
        return frame.pack().fact(fact).filter(spec -> spec.kind().equals(FactSpec.COURSE_HOURS)).map(spec -> (Integer) facts.get(fact));
    }

    private Optional<WorkedYears.Count> count(String fact) {
        return Optional.ofNullable(counts.get(fact));
    }

    private void state(FactSpec spec) {
        switch (spec.kind()) {
            case FactSpec.YEARS -> years(spec);
            case FactSpec.CERTIFICATE, FactSpec.TITLE -> facts.put(spec.id(), papers.held(spec).value());
            case FactSpec.HELD_YEARS -> count(spec.id(), WorkedYears.since(papers.held(source(spec.of())).taken()));
            case FactSpec.AGE -> count(spec.id(), WorkedYears.since(career.birthDate()));
            case FactSpec.SCHOOLING -> facts.put(spec.id(), schooling.aspect(spec.aspect(), school));
            case FactSpec.DEGREE -> {
                facts.put(spec.id(), schooling.highest(spec, false));
                facts.put(spec.id() + FactSpec.POSSIBLE, schooling.highest(spec, true));
            }
            case FactSpec.COURSE_HOURS -> facts.put(spec.id(), career.courses().stream()
                    .filter(course -> !course.completed().equals(NO)).mapToInt(Career.Course::hours).sum());
            case FactSpec.COURSE_COMPLETED -> facts.put(spec.id(), completed(spec));
            case FactSpec.PARAMETER -> facts.put(spec.id(), parameter(spec));
            case FactSpec.JUDGEMENT -> facts.put(spec.id(), arises(spec) ? judged(spec) : spec.answered(NO));
            default -> throw new IllegalStateException("The fact " + spec.id() + " is of the unknown kind " + spec.kind());
        }
    }

    private void years(FactSpec spec) {
        Optional<HeldPapers.Held> after = Optional.ofNullable(spec.after()).map(id -> papers.held(source(id)));
        Optional<HeldPapers.Held> before = Optional.ofNullable(spec.before()).map(id -> papers.held(source(id)));
        count(spec.id(), worked.of(spec, false, after.map(HeldPapers.Held::sure), before.map(HeldPapers.Held::sure)));
        count(spec.id() + FactSpec.POSSIBLE, worked.of(spec, true, after.map(HeldPapers.Held::first), before.map(HeldPapers.Held::first)));
    }

    private void count(String fact, WorkedYears.Count count) {
        facts.put(fact, count.on(frame.referenceDate()));
        counts.put(fact, count);
    }

    private FactSpec source(String id) {
        return frame.pack().fact(id).orElseThrow();
    }

    private Object parameter(FactSpec spec) {
        String value = frame.parameter(spec.parameter());
        return value.isEmpty() ? 0 : Typed.number(value).<Object>map(number -> number).orElse(value);
    }

    private String completed(FactSpec spec) {
        List<String> each = career.courses().stream().map(Career.Course::completed).toList();
        return each.contains("yes") ? "yes" : each.contains(UNDETERMINED) ? judged(spec) : NO;
    }

    private boolean arises(FactSpec spec) {
        boolean there = spec.of() == null || !List.of("none", NO).contains(String.valueOf(facts.get(spec.of())));
        return there && spec.when().entrySet().stream().allMatch(when -> when.getValue().contains(String.valueOf(facts.get(when.getKey()))));
    }

    /** Earlier versions kept the answer under the name of what is judged. */
    private String judged(FactSpec spec) {
        String answer = answers.getOrDefault(spec.id(), spec.of() == null ? null : answers.get(spec.of()));
        if (answer == null) {
            ask(new Question(spec.id(), ""));
            return UNDETERMINED;
        }
        return spec.answered(answer);
    }

    private void ask(Question question) {
        questions.add(question);
    }
}

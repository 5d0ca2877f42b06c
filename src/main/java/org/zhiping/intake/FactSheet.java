package org.zhiping.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhiping.standard.StandardPack;

/**
 * The facts of one applicant for one level, as the columns of the decision tables name them. What only a person can
 * tell is {@code undetermined} until answered; years that hang on such an answer are counted in the fact whose name
 * ends in {@code Possible}.
 */
class FactSheet {

    /** What the facts are counted by. */
    record Frame(StandardPack pack, String level, Map<String, String> parameters, LocalDate referenceDate) {
    }

    private static final String POSSIBLE = "Possible";
    private static final List<String> RANKS = ClaimCodes.TITLE_RANKS;

    private final Frame frame;
    private final Career career;
    private final Map<String, String> answers;
    private final Occupations occupations;
    private final Tenure work;
    private final Tenure possibleWork;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Tenure> countedFrom = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();

    FactSheet(Frame frame, Career career, Map<String, String> answers) {
        this.frame = frame;
        this.career = career;
        this.answers = answers;
        this.occupations = new Occupations(frame.pack(), answers);
        this.work = tenure(scope -> scope.counts());
        this.possibleWork = tenure(scope -> scope != Occupations.Scope.OTHER);
        facts.put("level", frame.level());
        facts.put("applicantKind", career.applicantKind());
        askOccupations();
        countWork();
        List.of(5, 4, 3, 2).forEach(this::countCertificate);
        RANKS.forEach(this::countTitle);
        describeSchool();
        describeCourse();
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
        return Optional.ofNullable(countedFrom.get(fact.replace(POSSIBLE, "")))
                .flatMap(tenure -> tenure.reaches(years, frame.referenceDate(), fact.startsWith("oneYear") && continuous()));
    }

    private Tenure tenure(Predicate<Occupations.Scope> counts) {
        return Tenure.of(career.jobs().stream().filter(job -> counts.test(occupations.scope(job.occupation())))
                .map(Career.Job::span).toList());
    }

    private void askOccupations() {
        Stream.concat(career.jobs().stream().map(Career.Job::occupation),
                        career.certificates().stream().map(Career.Certificate::occupation))
                .distinct().filter(occupation -> occupations.scope(occupation) == Occupations.Scope.UNDETERMINED)
                .forEach(occupation -> questions.add(new Question(Question.OCCUPATION + occupation, occupation)));
    }

    private void countWork() {
        years("totalYears", work, possibleWork);
    }

    private void years(String fact, Tenure counted, Tenure possible) {
        facts.put(fact, counted.fullYears(frame.referenceDate()));
        facts.put(fact + POSSIBLE, possible.fullYears(frame.referenceDate()));
        countedFrom.put(fact, counted);
    }

    private void countCertificate(int number) {
        List<Career.Certificate> held = career.certificates().stream()
                .filter(certificate -> certificate.level().equals("LEVEL_" + number))
                .filter(this::canExist).filter(certificate -> scope(certificate) != Occupations.Scope.OTHER)
                .sorted(Comparator.comparing(Career.Certificate::issuedOn)).toList();
        Optional<Career.Certificate> sure = held.stream().filter(certificate -> scope(certificate).counts()).findFirst();
        Optional<Career.Certificate> first = held.stream().findFirst();
        LocalDate reference = frame.referenceDate();
        facts.put("certificate" + number, sure.or(() -> first).map(certificate -> scope(certificate).name().toLowerCase()).orElse("none"));
        Tenure after = sure.map(certificate -> work.since(certificate.issuedOn())).orElse(Tenure.NONE);
        Tenure possiblyAfter = first.map(certificate -> possibleWork.since(certificate.issuedOn())).orElse(Tenure.NONE);
        years("yearsAfterCertificate" + number, after, possiblyAfter);
        if (number == 3 || number == 2) {
            String fact = "oneYearAfterCertificate" + number;
            facts.put(fact, oneYear(after));
            facts.put(fact + POSSIBLE, oneYear(possiblyAfter));
            countedFrom.put(fact, after);
        }
        if (number == 3) {
            Tenure holding = sure.or(() -> first)
                    .map(certificate -> Tenure.of(List.of(Tenure.Span.of(certificate.issuedOn(), null)))).orElse(Tenure.NONE);
            facts.put("yearsSinceCertificate3", holding.fullYears(reference));
            countedFrom.put("yearsSinceCertificate3", holding);
        }
    }

    /** This occupation has no certificate of a level that the standard does not have. */
    private boolean canExist(Career.Certificate certificate) {
        return scope(certificate) != Occupations.Scope.SELF || frame.pack().level(certificate.level()).isPresent();
    }

    private Occupations.Scope scope(Career.Certificate certificate) {
        return occupations.scope(certificate.occupation());
    }

    /** 二级(2) and 一级(2) say 从事, not 累计从事; how to read it is the institution's parameter. */
    private int oneYear(Tenure after) {
        return continuous() ? after.longestFullYears(frame.referenceDate()) : after.fullYears(frame.referenceDate());
    }

    private boolean continuous() {
        return "continuous".equals(frame.parameters().get("oneYearReading"));
    }

    /** Of several of one rank a title 职称 goes before a qualification, and the older before the newer. */
    private void countTitle(String rank) {
        String fact = rank.toLowerCase() + "Title";
        Optional<Career.Title> title = career.titles().stream().filter(held -> held.rank().equals(rank))
                .min(Comparator.comparing((Career.Title held) -> !held.kind().equals("title")).thenComparing(Career.Title::obtainedOn));
        facts.put(fact, title.map(Career.Title::kind).orElse("none"));
        facts.put(fact + "Match", title.isEmpty() ? "no" : answered(fact, ""));
        String years = "yearsAfter" + Character.toUpperCase(fact.charAt(0)) + fact.substring(1);
        years(years, title.map(held -> work.since(held.obtainedOn())).orElse(Tenure.NONE),
                title.map(held -> possibleWork.since(held.obtainedOn())).orElse(Tenure.NONE));
    }

    private void describeSchool() {
        Career.School school = career.schools().stream().findFirst().orElse(Career.School.NONE);
        facts.put("school", school.type());
        facts.put("graduation", school.graduation());
        facts.put("technicianClass", school.technicianClass());
        boolean listed = frame.pack().relatedMajors().contains(school.major()) || school.major().equals(frame.pack().name());
        boolean none = school.type().equals("none");
        facts.put("majorMatch", none ? "no" : listed ? "listed" : answered("major", school.major()).replace("yes", "listed"));
        boolean mayBeEvaluated = school.type().equals("HIGHER_VOCATIONAL") || school.type().equals("COLLEGE_OR_UNIVERSITY");
        facts.put("schoolEvaluated", mayBeEvaluated ? answered("schoolEvaluated", "") : "no");
    }

    private void describeCourse() {
        Career.Course course = career.courses().stream().findFirst().orElse(new Career.Course("no", 0));
        facts.put("educationOrExperience", answered("educationOrExperience", "").replace("yes", "met").replaceAll("^no$", "not-met"));
        facts.put("courseCompleted", course.completed().equals("undetermined") ? answered("courseCompleted", "") : course.completed());
        facts.put("courseHours", course.hours());
        facts.put("requiredCourseHours", Optional.ofNullable(frame.parameters().get("courseHours." + frame.level()))
                .flatMap(Typed::number).orElse(0));
    }

    private String answered(String question, String subject) {
        String answer = answers.get(question);
        if (answer == null) {
            questions.add(new Question(question, subject));
            return "undetermined";
        }
        return answer;
    }
}

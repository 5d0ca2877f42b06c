package org.zhiping.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhiping.standard.FactSpec;
import org.zhiping.standard.StandardPack;

/** The educations of an applicant, as the facts of a pack ask about them. */
record Schooling(StandardPack pack, Career career, Map<String, String> answers) {

    private static final String MAJOR = "major";
    private static final String LISTED = "listed";
    private static final String UNDETERMINED = "undetermined";

    String aspect(String aspect, Career.School school) {
        return switch (aspect) {
            case "school-type" -> school.type();
            case "degree" -> school.degree();
            case "graduation" -> school.graduation();
            case "class" -> school.technicianClass();
            case MAJOR -> match(school);
            default -> throw new IllegalStateException("An education has no " + aspect);
        };
    }

    /** @param inFavour majors count of which a person has to decide */
    String highest(FactSpec spec, boolean inFavour) {
        List<String> graduations = spec.graduations().isEmpty() ? List.of("graduated") : spec.graduations();
        return career.schools().stream().filter(school -> graduations.contains(school.graduation()))
                .filter(school -> !spec.relatedMajor() || counts(match(school), inFavour))
                .map(Career.School::degree).max(Comparator.comparing(ClaimCodes.DEGREES::indexOf)).orElse("none");
    }

    private static boolean counts(String match, boolean inFavour) {
        return match.equals(LISTED) || inFavour && match.equals(UNDETERMINED);
    }

    /** Listed, no, or undetermined: a person decides about a major that is not on an open list. */
    private String match(Career.School school) {
        if (school.type().equals("none")) {
            return "no";
        }
        if (pack.relatedMajors().contains(school.major()) || school.major().equals(pack.name())) {
            return LISTED;
        }
        return !pack.relatedMajorsOpen() ? "no" : answer(school).replace("yes", LISTED);
    }

    private String answer(Career.School school) {
        String answer = answers.get(id(school));
        return answer != null ? answer : answers.getOrDefault(MAJOR, UNDETERMINED);
    }

    /** Whoever has one education is asked about the major; whoever has several, about each by its name. */
    private String id(Career.School school) {
        return career.schools().stream().map(Career.School::major).distinct().count() > 1 ? Question.MAJOR_NAMED + school.major() : MAJOR;
    }

    /** About the majors on which facts hang. */
    List<Question> questions() {
        boolean asked = pack.facts().stream().anyMatch(fact -> fact.relatedMajor() || MAJOR.equals(fact.aspect()));
        return career.schools().stream().filter(school -> asked && match(school).equals(UNDETERMINED))
                .map(school -> new Question(id(school), school.major())).distinct().toList();
    }
}

package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Claims as a reviewer found them: single values replaced, or whole entries struck. */
final class Corrections {

    private final Map<String, String> values;

    private Corrections(Map<String, String> values) {
        this.values = values;
    }

    static Claims apply(Claims claims, Map<String, String> corrections) {
        Corrections corrected = new Corrections(corrections);
        return new Claims(corrected.person(claims.person()),
                corrected.each("job", claims.jobs(), corrected::job),
                corrected.each("certificate", claims.certificates(), corrected::certificate),
                corrected.each("title", claims.titles(), corrected::title),
                corrected.each("education", claims.educations(), corrected::education),
                corrected.each("course", claims.courses(), corrected::course), claims.condition());
    }

    private <T> List<T> each(String group, List<T> claims, BiFunction<String, T, T> correction) {
        List<T> corrected = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            String entry = group + (i + 1) + ".";
            if (!isStruck(entry)) {
                corrected.add(correction.apply(entry, claims.get(i)));
            }
        }
        return corrected;
    }

    private boolean isStruck(String entry) {
        return values.entrySet().stream()
                .anyMatch(value -> value.getKey().startsWith(entry) && value.getValue().equals(Confirmation.REJECTED));
    }

    private Claims.Person person(Claims.Person claim) {
        return new Claims.Person(claim.idType(), claim.idNumber(), claim.birthDate(), claim.sex(), claim.phone(),
                value("applicantKind", claim.applicantKind()), claim.employer());
    }

    private Claims.Job job(String entry, Claims.Job claim) {
        return new Claims.Job(claim.employer(), value(entry + "occupation", claim.occupation()),
                value(entry + "from", claim.from()), value(entry + "to", claim.to()));
    }

    private Claims.Certificate certificate(String entry, Claims.Certificate claim) {
        return new Claims.Certificate(value(entry + "occupation", claim.occupation()), value(entry + "level", claim.level()),
                value(entry + "issuedOn", claim.issuedOn()), claim.number());
    }

    private Claims.Title title(String entry, Claims.Title claim) {
        return new Claims.Title(value(entry + "rank", claim.rank()), value(entry + "kind", claim.kind()), claim.name(),
                value(entry + "obtainedOn", claim.obtainedOn()));
    }

    private Claims.Education education(String entry, Claims.Education claim) {
        return new Claims.Education(claim.school(), value(entry + "schoolType", claim.schoolType()),
                value(entry + "degree", claim.degree()), value(entry + "major", claim.major()),
                value(entry + "graduation", claim.graduation()), claim.enrolledOn(), claim.graduatedOn(),
                value(entry + "technicianClass", claim.technicianClass()));
    }

    private Claims.Course course(String entry, Claims.Course claim) {
        return new Claims.Course(claim.name(), claim.provider(), value(entry + "completed", claim.completed()),
                value(entry + "hours", claim.hours()), claim.completedOn());
    }

    private String value(String fact, String claimed) {
        return values.getOrDefault(fact, claimed);
    }
}

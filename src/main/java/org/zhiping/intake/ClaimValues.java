package org.zhiping.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The claims that rules count, one by one. {@link Corrections} takes the same ids. */
final class ClaimValues {

    private final Map<String, String> values = new LinkedHashMap<>();

    private ClaimValues() {
    }

    /** Codes, dates and words as typed, by fact id such as {@code job1.from}. */
    static Map<String, String> of(Claims claims) {
        ClaimValues all = new ClaimValues();
        all.values.put("applicantKind", claims.person().applicantKind());
        all.each("job", claims.jobs(), all::job);
        all.each("certificate", claims.certificates(), all::certificate);
        all.each("title", claims.titles(), all::title);
        all.each("education", claims.educations(), all::education);
        all.each("course", claims.courses(), all::course);
        return all.values;
    }

    private <T> void each(String group, List<T> claims, BiConsumer<String, T> put) {
        for (int i = 0; i < claims.size(); i++) {
            put.accept(group + (i + 1) + ".", claims.get(i));
        }
    }

    private void job(String entry, Claims.Job job) {
        values.put(entry + "occupation", job.occupation());
        values.put(entry + "from", job.from());
        values.put(entry + "to", job.to());
    }

    private void certificate(String entry, Claims.Certificate certificate) {
        values.put(entry + "occupation", certificate.occupation());
        values.put(entry + "level", certificate.level());
        values.put(entry + "issuedOn", certificate.issuedOn());
    }

    private void title(String entry, Claims.Title title) {
        values.put(entry + "rank", title.rank());
        values.put(entry + "kind", title.kind());
        values.put(entry + "obtainedOn", title.obtainedOn());
    }

    private void education(String entry, Claims.Education education) {
        values.put(entry + "schoolType", education.schoolType());
        known(entry + "degree", education.degree());
        values.put(entry + "major", education.major());
        values.put(entry + "graduation", education.graduation());
        known(entry + "technicianClass", education.technicianClass());
    }

    private void course(String entry, Claims.Course course) {
        values.put(entry + "completed", course.completed());
        values.put(entry + "hours", course.hours());
    }

    private void known(String fact, String value) {
        if (!value.isEmpty()) {
            values.put(fact, value);
        }
    }
}

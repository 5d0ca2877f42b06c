package org.zhiping.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhiping.platform.Refusal.Fault;

/** Reads claims. What cannot be read is told and left out; the rest counts. */
class ClaimReader {

    /** @param faults one for each claim that was left out */
    record Reading(Career career, List<Fault> faults) {
    }

    private final Claims claims;
    private final Collection<String> levels;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private ClaimReader(Claims claims, Collection<String> levels, LocalDate today) {
        this.claims = claims;
        this.levels = levels;
        this.today = today;
    }

    /** @param levels codes of the levels that a certificate may name */
    static Reading read(Claims claims, Collection<String> levels, LocalDate today) {
        ClaimReader reader = new ClaimReader(claims, levels, today);
        Career career = new Career(claims.person().applicantKind(), PersonCheck.birthDate(claims.person()).orElse(null),
                reader.each("jobs", claims.jobs(), Row::job),
                reader.each("certificates", claims.certificates(), Row::certificate),
                reader.each("titles", claims.titles(), Row::title),
                reader.each("educations", claims.educations(), Row::school), reader.each("courses", claims.courses(), Row::course));
        return new Reading(career, List.copyOf(reader.faults));
    }

    private <T, R> List<R> each(String group, List<T> typed, Function<Row<T>, Optional<R>> reading) {
        List<R> read = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            int before = faults.size();
            Optional<R> entry = reading.apply(new Row<>(this, group, i, typed.get(i)));
            if (faults.size() == before) {
                entry.ifPresent(read::add);
            }
        }
        return List.copyOf(read);
    }

    /** One entry of a list; field names are those of the JSON, such as {@code jobs[0].from}. */
    private record Row<T>(ClaimReader reader, String group, int index, T claim) {

        static Optional<Career.Job> job(Row<Claims.Job> row) {
            Claims.Job job = row.claim();
            row.required("occupation", job.occupation());
            LocalDate from = row.pastDate("from", job.from());
            LocalDate to = job.to().isEmpty() ? null : row.pastDate("to", job.to());
            if (from != null && to != null && to.isBefore(from)) {
                row.fault("to", "job-ends-before-start");
            }
            return Optional.ofNullable(from).map(start -> new Career.Job(Occupations.plain(job.occupation()), Tenure.Span.of(start, to)));
        }

        static Optional<Career.Certificate> certificate(Row<Claims.Certificate> row) {
            Claims.Certificate held = row.claim();
            row.required("occupation", held.occupation());
            row.oneOf("level", held.level(), row.reader().levels);
            LocalDate issuedOn = row.pastDate("issuedOn", held.issuedOn());
            return Optional.of(new Career.Certificate(Occupations.plain(held.occupation()), held.level(), issuedOn));
        }

        static Optional<Career.Title> title(Row<Claims.Title> row) {
            Claims.Title title = row.claim();
            row.oneOf("rank", title.rank(), ClaimCodes.TITLE_RANKS);
            row.oneOf("kind", title.kind(), ClaimCodes.TITLE_KINDS);
            LocalDate obtainedOn = row.pastDate("obtainedOn", title.obtainedOn());
            return Optional.of(new Career.Title(title.rank(), title.kind(), obtainedOn));
        }

        static Optional<Career.School> school(Row<Claims.Education> row) {
            Claims.Education education = row.claim();
            row.oneOf("schoolType", education.schoolType(), ClaimCodes.SCHOOL_TYPES);
            row.oneOfOrNone("degree", education.degree(), ClaimCodes.DEGREES);
            row.oneOf("graduation", education.graduation(), ClaimCodes.GRADUATIONS);
            row.oneOfOrNone("technicianClass", education.technicianClass(), ClaimCodes.TECHNICIAN_CLASSES);
            row.required("major", education.major());
            row.timeAtSchool(education);
            return Optional.of(new Career.School(education.schoolType(), orNone(education.degree()),
                    Occupations.plain(education.major()), education.graduation(), orNone(education.technicianClass())));
        }

        private void timeAtSchool(Claims.Education education) {
            LocalDate from = education.enrolledOn().isEmpty() ? null : pastDate("enrolledOn", education.enrolledOn());
            LocalDate until = education.graduatedOn().isEmpty() ? null : date("graduatedOn", education.graduatedOn());
            if (until != null && until.isAfter(reader.today) && education.graduation().equals("graduated")) {
                fault("graduatedOn", "claim-date-in-future");
            }
            if (from != null && until != null && until.isBefore(from)) {
                fault("graduatedOn", "education-ends-before-start");
            }
        }

        static Optional<Career.Course> course(Row<Claims.Course> row) {
            Claims.Course course = row.claim();
            if (!course.completedOn().isEmpty()) {
                row.pastDate("completedOn", course.completedOn());
            }
            Optional<Integer> hours = Typed.number(course.hours());
            if (hours.isEmpty() && !course.hours().isEmpty()) {
                row.fault("hours", "claim-number-unreadable");
            }
            String completed = switch (course.completed()) {
                case "yes" -> "yes";
                case "" -> course.hours().isEmpty() ? "no" : "undetermined";
                default -> "no";
            };
            return Optional.of(new Career.Course(completed, hours.orElse(0)));
        }

        private static String orNone(String typed) {
            return typed.isEmpty() ? "none" : typed;
        }

        void required(String field, String typed) {
            if (typed.isEmpty()) {
                fault(field, "claim-required");
            }
        }

        void oneOf(String field, String typed, Collection<String> codes) {
            if (typed.isEmpty()) {
                fault(field, "claim-required");
            } else if (!codes.contains(typed)) {
                fault(field, "claim-unknown-choice");
            }
        }

        void oneOfOrNone(String field, String typed, Collection<String> codes) {
            if (!typed.isEmpty()) {
                oneOf(field, typed, codes);
            }
        }

        LocalDate pastDate(String field, String typed) {
            LocalDate date = date(field, typed);
            if (date != null && date.isAfter(reader.today)) {
                fault(field, "claim-date-in-future");
            }
            return date;
        }

        private LocalDate date(String field, String typed) {
            LocalDate date = Typed.date(typed).orElse(null);
            if (date == null) {
                fault(field, typed.isEmpty() ? "claim-required" : "claim-date-unreadable");
            }
            return date;
        }

        private void fault(String field, String code) {
            reader.faults.add(Faults.of("%s[%d].%s".formatted(group, index, field), code));
        }
    }
}

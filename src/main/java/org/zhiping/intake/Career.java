package org.zhiping.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * The claims that could be read, as values. {@link FactSheet} turns them into the facts of a decision.
 *
 * @param birthDate null while it is not known
 */
record Career(String applicantKind, LocalDate birthDate, List<Job> jobs, List<Certificate> certificates, List<Title> titles,
              List<School> schools, List<Course> courses) {

    record Job(String occupation, Tenure.Span span) {
    }

    record Certificate(String occupation, String level, LocalDate issuedOn) {
    }

    record Title(String rank, String kind, LocalDate obtainedOn) {
    }

    /** @param degree, technicianClass are {@code none} where nothing is claimed */
    record School(String type, String degree, String major, String graduation, String technicianClass) {

        static final School NONE = new School("none", "none", "", "none", "none");
    }

    /** @param completed yes, no or undetermined */
    record Course(String completed, int hours) {
    }
}

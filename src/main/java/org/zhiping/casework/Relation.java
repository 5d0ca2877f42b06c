package org.zhiping.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * A relation of a member of staff to a person who applies, in every case of that person; a recusal concerns one case.
 *
 * @param caseNumber null when it is to a person
 * @param personName as the declarer knows the person; null when it concerns one case
 * @param from       first day, or null
 * @param until      last day, or null while it lasts; of a course the day on which it was last taught
 * @param declaredBy account id of the person or of who leads them
 * @param lifted     null while it stands
 */
public record Relation(long id, String account, RelationKind kind, String caseNumber, String personName, LocalDate from, LocalDate until,
                       String reason, String declaredBy, Instant declaredAt, Lifting lifted) {

    /** A declaration that should not have been made. */
    public record Lifting(String by, String because, Instant at) {
    }

    /** What was taught once stays taught; any other relation holds from its first day to its last. */
    boolean holdsOn(LocalDate day) {
        return lifted == null && (kind == RelationKind.TAUGHT_COURSE
                || (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until)));
    }

    /** Full years since the course was last taught; 0 while it is. */
    int yearsAgo(LocalDate day) {
        return until == null || until.isAfter(day) ? 0 : Period.between(until, day).getYears();
    }
}

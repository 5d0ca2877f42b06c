package org.zhiping.worklist;

import java.util.Set;
import org.zhiping.platform.process.OpenTask;

/**
 * What is written of one task.
 *
 * @param foundBy marks of the applicant, see {@link org.zhiping.intake.PersonMarks}
 */
record Line(OpenTask task, About about, Set<Long> foundBy) {

    /** What the case or session behind the task is about; empty texts where there is nothing to say. */
    record About(String standard, String edition, String level, String direction, String part, String round, String person, String idNumber) {

        static final About NOTHING = new About("", "", "", "", "", "", "", "");
    }
}

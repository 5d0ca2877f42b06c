package org.zhiping.casework;

import java.util.List;
import org.zhiping.exam.Recusals;

/** Relations to applicants that staff have declared: teacher, relative, colleague 回避申报. */
public interface DeclaredRecusals extends Recusals {

    record Declared(String caseNumber, String reason) {
    }

    /** @throws org.zhiping.platform.Refusal without a reason of 1–500 characters, or for an unknown case */
    void declare(String account, String caseNumber, String reason);

    /** What this person has declared, by case number. */
    List<Declared> of(String account);
}

package org.zhiping.portal;

import java.time.LocalDate;
import java.util.List;
import org.zhiping.intake.Eligibility;
import org.zhiping.platform.Texts;

/**
 * An eligibility answer, for programs.
 *
 * @param outcome    eligible, undetermined or ineligible
 * @param questions  what a reviewer will have to decide
 * @param unreadable facts that were not counted because they are incomplete or wrong
 */
record EligibilityView(String outcome, LocalDate referenceDate, List<Eligibility.Condition> met, List<Eligibility.Miss> misses,
                       List<Question> questions, List<Unreadable> unreadable) {

    record Question(String id, String text) {
    }

    record Unreadable(String field, String code, String message) {
    }

    static EligibilityView of(Eligibility eligibility, Texts texts) {
        return new EligibilityView(eligibility.outcome(), eligibility.referenceDate(), eligibility.met(), eligibility.misses(),
                eligibility.questions().stream().map(question -> new Question(question.id(), question.text())).toList(),
                eligibility.unreadable().stream().map(fault -> new Unreadable(fault.field(), fault.code(), texts.of(fault))).toList());
    }
}

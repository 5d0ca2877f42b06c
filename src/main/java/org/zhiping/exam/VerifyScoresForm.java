package org.zhiping.exam;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** A second person looks at the scores of a session. */
@Component
class VerifyScoresForm implements FormHandler {

    private static final String VERIFIED = "verified";
    private static final String SENT_BACK = "sent-back";

    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final SheetRows rows;
    private final FormTexts texts;

    VerifyScoresForm(Sessions sessions, ScoreSheets sheets, SheetRows rows, FormTexts texts) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "verify-scores";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        ExamSession session = sessions.find(task.variable("sessionNumber"));
        return Map.of("sessionSummary", texts.summary(session) + "\n\n" + texts.link("exam.form.open-session", session, ""),
                "sheet", rows.of(session, sheets.all(session.number())));
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        String outcome = form.text("verificationOutcome");
        switch (outcome) {
            case VERIFIED -> sessions.verify(task.variable("sessionNumber"), task.person());
            case SENT_BACK -> sessions.sendBack(task.variable("sessionNumber"), form.text("reason"), task.person());
            default -> throw Refusal.invalid("verificationOutcome", "value-malformed");
        }
        return outcome;
    }
}

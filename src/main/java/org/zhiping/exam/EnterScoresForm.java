package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** A scorer confirms the sheet that was filled at the desk or over REST. */
@Component
class EnterScoresForm implements FormHandler {

    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final SheetRows rows;
    private final FormTexts texts;

    EnterScoresForm(Sessions sessions, ScoreSheets sheets, SheetRows rows, FormTexts texts) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "enter-scores";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        ExamSession session = sessions.find(task.variable("sessionNumber"));
        boolean own = task.variable("scorer").equals(task.person());
        return Map.of("sessionSummary", texts.summary(session) + "\n\n" + texts.link("exam.form.open-scores", session, "/scores"),
                "sheet", own ? rows.of(session, sheets.of(session.number(), task.person())) : List.of());
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        if (!task.variable("scorer").equals(task.person())) {
            throw Refusal.forbidden("not-a-scorer", task.variable("sessionNumber"));
        }
        if (!new Submitted(values).checked("confirmed")) {
            throw Refusal.invalid("confirmed", "confirmation-needed");
        }
        sheets.confirm(task.variable("sessionNumber"), task.person());
        return null;
    }
}

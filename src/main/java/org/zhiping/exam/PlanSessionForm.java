package org.zhiping.exam;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Role;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** An exam officer plans a session. */
@Component
class PlanSessionForm implements FormHandler {

    private final Sessions sessions;
    private final Staffing staffing;
    private final FormTexts texts;
    private final Impartiality impartiality;
    private final Clock clock;

    PlanSessionForm(Sessions sessions, Staffing staffing, FormTexts texts, Impartiality impartiality, Clock clock) {
        this.impartiality = impartiality;
        this.sessions = sessions;
        this.staffing = staffing;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "plan-session";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        ExamSession session = sessions.find(task.variable("sessionNumber"));
        Map<String, Object> values = new HashMap<>();
        List<Candidate> waiting = sessions.eligible(session.number());
        String hint = waiting.isEmpty() ? "" : "\n\n" + texts.staffNeeded(waiting.size(), staffing.needed(session.subject(), waiting.size()));
        values.put("sessionSummary", texts.summary(session) + hint + "\n\n" + texts.link("exam.form.open-session", session, ""));
        values.put("invigilatorOptions", texts.options(Role.INVIGILATOR));
        values.put("scorerOptions", texts.options(Role.EVALUATOR));
        values.put("candidateOptions", waiting.stream()
                .map(candidate -> FormTexts.option(candidate.maskedName() + " " + candidate.caseNumber(), candidate.caseNumber())).toList());
        if (session.plan() != null) {
            values.putAll(planned(session));
        }
        return values;
    }

    private Map<String, Object> planned(ExamSession session) {
        SessionPlan plan = session.plan();
        Map<String, Object> values = new HashMap<>(Map.of("minutes", plan.minutes(), "room", plan.room(),
                "startsAt", plan.startsAt().atZone(clock.getZone()).toOffsetDateTime().toString(),
                "invigilators", plan.invigilators(), "scorers", plan.scorers(),
                "candidates", session.seats().stream().filter(Seat::live).map(Seat::caseNumber).toList()));
        if (plan.capacity() != null) {
            values.put("capacity", plan.capacity());
        }
        return values;
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        Submitted form = new Submitted(values);
        List<String> candidates = form.texts("candidates");
        impartiality.require(task.person(), task(), candidates);
        sessions.plan(task.variable("sessionNumber"),
                new SessionPlan(form.moment("startsAt", clock), form.required("minutes"), form.said("room"),
                        form.integer("capacity"), form.texts("invigilators"), form.texts("scorers")), candidates);
        return null;
    }
}

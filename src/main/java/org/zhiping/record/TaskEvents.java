package org.zhiping.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Candidate;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Role;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.CaseAct.Basis;
import org.zhiping.platform.process.FormCompleted;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.TaskMoved;

/**
 * What people do with tasks, as entries of the record. A completed task of a session is an act in the case of each candidate; how it
 * changed hands before is the session's own affair.
 */
@Component
class TaskEvents {

    private static final String SESSION = "sessionNumber";

    private final CaseRecords records;
    private final TaskRoles roles;
    private final Sessions sessions;

    TaskEvents(CaseRecords records, TaskRoles roles, @Lazy Sessions sessions) {
        this.records = records;
        this.roles = roles;
        this.sessions = sessions;
    }

    @EventListener
    void on(FormCompleted done) {
        FormTask task = done.task();
        Map<String, String> details = new HashMap<>(Map.of("task", task.key()));
        put(details, "outcome", done.outcome());
        put(details, "part", task.variable("part"));
        put(details, "session", task.variable(SESSION));
        Map<String, String> basis = new HashMap<>(Map.of(Basis.FORM, task.key(), Basis.FORM_VERSION, String.valueOf(done.form()),
                Basis.MODEL, done.model(), Basis.MODEL_VERSION, String.valueOf(done.modelVersion())));
        put(basis, Basis.STANDARD, task.variable("standard"));
        put(basis, Basis.EDITION, task.variable("edition"));
        records.add(new CaseAct(casesOf(task), "task-completed", done.person(), roles.of(task.key(), done.groups(), done.person()), basis, details));
    }

    private List<String> casesOf(FormTask task) {
        String session = task.variable(SESSION);
        return session == null ? List.of(task.businessKey()) : sessions.candidates(session).stream().map(Candidate::caseNumber).toList();
    }

    @EventListener
    void on(TaskMoved moved) {
        if (!BusinessKey.isCase(moved.businessKey())) {
            return;
        }
        switch (moved.kind()) {
            case CREATED -> add(moved, "task-created", null, "");
            case ASSIGNED -> assigned(moved);
            case DELETED -> add(moved, "task-dropped", null, "");
            default -> { }
        }
    }

    private void assigned(TaskMoved moved) {
        boolean taken = moved.by() != null && moved.by().equals(moved.assignee());
        if (taken && moved.before() == null) {
            add(moved, "task-claimed", moved.by(), roles.of(moved.key(), moved.groups(), moved.by()));
        } else {
            List<String> givers = List.of(Role.TEAM_LEAD.id(), Role.ADMINISTRATOR.id());
            List<String> all = Stream.concat(Stream.of(TaskRoles.usual(moved.key())), givers.stream()).toList();
            String role = moved.by() == null ? "" : roles.of(moved.key(), moved.assignee() == null || taken ? all : givers, moved.by());
            add(moved, moved.assignee() == null ? "task-given-back" : "task-assigned", moved.by(), role);
        }
    }

    private void add(TaskMoved moved, String kind, String by, String role) {
        Map<String, String> details = new HashMap<>(Map.of("task", moved.key()));
        if (!kind.equals("task-claimed")) {
            put(details, "from", moved.before());
            put(details, "to", moved.assignee());
        }
        records.add(new CaseAct(List.of(moved.businessKey()), kind, by, role, Map.of(), details));
    }

    private static void put(Map<String, String> texts, String name, String value) {
        if (value != null && !value.isEmpty()) {
            texts.put(name, value);
        }
    }
}

package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers of a case: steps, tasks with their people, decisions with inputs and outputs, operations,
 * incidents. Variables, form properties, identity links and jobs that went well are left out: they say nothing that our
 * own tables do not say better, and cost a third of the statements. The level is written into the database at the first
 * start and cannot be changed afterwards.
 */
class CaseHistory extends HistoryLevelFull {

    static final String NAME = "case";

    @Override
    public int getId() {
        return 12;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        String type = ((HistoryEventTypes) event).getEntityType();
        return switch (type) {
            case "variable-instance", "form-property", "identity-link-add", "identity-link-delete" -> false;
            case "job" -> event == HistoryEventTypes.JOB_FAIL;
            default -> true;
        };
    }
}

package org.zhiping.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.zhiping.casework.TaskDraft;

/**
 * What the script of a task's page keeps of a half-filled form.
 *
 * @param values of the fields, by form key
 * @param text   the same in words, to be read and copied when the form is not there any more
 */
record DraftContent(Map<String, Object> values, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DraftContent of(TaskDraft draft) {
        try {
            return JSON.readValue(draft.values(), DraftContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft of task " + draft.taskId() + " cannot be read", e);
        }
    }

    /** Empty where there is no draft. */
    static String text(Optional<TaskDraft> draft) {
        return draft.map(DraftContent::of).map(DraftContent::text).orElse("");
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

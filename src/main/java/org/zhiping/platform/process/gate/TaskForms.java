package org.zhiping.platform.process.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.form.FormSchema;

/** The form of a task in its latest deployed version, read once a version. */
@Component
class TaskForms {

    private final Cache<String, FormSchema> schemas = Caffeine.newBuilder().maximumSize(500).build();

    /** A task that belongs to an applicant has no form: it is completed by what the applicant does in the portal. */
    boolean formless(TaskEntity task) {
        return task.getTaskDefinition().getCamundaFormDefinitionKey() == null;
    }

    void checkForm(TaskEntity task) {
        if (formless(task)) {
            throw Refusal.forbidden("task-only-in-portal");
        }
    }

    FormSchema schema(CamundaFormDefinitionEntity form, CommandContext context) {
        return schemas.get(form.getId(), id -> FormSchema.parse(text(form, context)));
    }

    String json(TaskEntity task, CommandContext context) {
        return text(definition(task, context), context);
    }

    CamundaFormDefinitionEntity definition(TaskEntity task, CommandContext context) {
        checkForm(task);
        String key = task.getTaskDefinition().getCamundaFormDefinitionKey().getExpressionText();
        CamundaFormDefinitionEntity form = context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
        if (form == null) {
            throw new IllegalStateException("No form " + key + " is deployed");
        }
        return form;
    }

    /** Whoever may read the task may read its form, though not the deployment that it came with. */
    private static String text(CamundaFormDefinitionEntity form, CommandContext context) {
        GetDeploymentResourceCmd file = new GetDeploymentResourceCmd(form.getDeploymentId(), form.getResourceName());
        try (InputStream resource = context.runWithoutAuthorization(() -> file.execute(context))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

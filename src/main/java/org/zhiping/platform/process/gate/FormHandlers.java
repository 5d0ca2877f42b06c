package org.zhiping.platform.process.gate;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.FormHandler;

/** The features' form handlers by user-task id; collected at the first question, for they come up after the engine. */
@Component
class FormHandlers {

    private final ObjectProvider<FormHandler> provider;
    private volatile Map<String, FormHandler> byTask;

    FormHandlers(ObjectProvider<FormHandler> provider) {
        this.provider = provider;
    }

    FormHandler of(String task) {
        if (byTask == null) {
            byTask = provider.stream().collect(Collectors.toUnmodifiableMap(FormHandler::task, Function.identity()));
        }
        FormHandler handler = byTask.get(task);
        if (handler == null) {
            throw new IllegalStateException("No form handler for task " + task);
        }
        return handler;
    }
}

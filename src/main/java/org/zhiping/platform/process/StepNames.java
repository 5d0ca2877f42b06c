package org.zhiping.platform.process;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/** The names of user tasks. Models are labelled in Chinese; the bundles have {@code step.<user-task-id>} in both languages. */
@Component
public class StepNames {

    private final Texts texts;

    StepNames(Texts texts) {
        this.texts = texts;
    }

    /** @param label as the model in force has it; null where that is not at hand */
    public String of(String key, String label) {
        return of(Language.now(), key, label);
    }

    /** In Chinese the label counts, for a process owner may have changed it; a step that only the model knows has no other name. */
    public String of(Locale locale, String key, String label) {
        boolean labelled = label != null && !label.isBlank();
        return labelled && locale.equals(Language.CHINESE) ? label : texts.orElse(locale, "step." + key, labelled ? label : key);
    }
}

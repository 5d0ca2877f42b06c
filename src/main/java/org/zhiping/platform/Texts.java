package org.zhiping.platform;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The message bundles, for code that speaks to people: zh-CN first, en second. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text in the language of the current request, or Chinese where there is none. */
    public String of(String code, Object... args) {
        return of(Language.now(), code, args);
    }

    public String of(Locale locale, String code, Object... args) {
        return messages.getMessage(code, args, locale);
    }

    /** The text, or this value itself where the bundles do not know the code. */
    public String orElse(String code, String value) {
        return orElse(Language.now(), code, value);
    }

    public String orElse(Locale locale, String code, String value) {
        return messages.getMessage(code, null, value, locale);
    }

    /** All faults of a refusal as one line per fault. */
    public String of(Refusal refusal) {
        return refusal.faults().stream().map(this::of).collect(Collectors.joining("\n"));
    }

    public String of(Refusal.Fault fault) {
        return of("refusal." + fault.code(), fault.args());
    }
}

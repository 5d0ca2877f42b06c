package org.zhiping.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.MessageSource;

/** The product's own bundles, without Spring. */
public final class TestTexts {

    private static final MessageSource MESSAGES = read();

    private TestTexts() {
    }

    public static MessageSource messages() {
        return MESSAGES;
    }

    private static MessageSource read() {
        try {
            return new MessagesConfiguration().messageSource();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Texts create() {
        return new Texts(messages());
    }
}

package org.zhiping.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.MessageSource;

/** The product's own bundles, without Spring. */
public final class TestTexts {

    private TestTexts() {
    }

    public static MessageSource messages() {
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

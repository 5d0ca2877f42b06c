package org.zhiping.platform;

import java.io.IOException;

/** The message bundles as the product reads them, for tests without Spring. */
public final class TestTexts {

    private TestTexts() {
    }

    public static Texts create() throws IOException {
        return new Texts(new MessagesConfiguration().messageSource());
    }
}

package org.zhiping.platform;

import java.util.Base64;

/** A vault with a fixed key, for tests without Spring. */
public final class TestVault {

    private TestVault() {
    }

    public static Vault create() {
        return new Vault(Base64.getEncoder().encodeToString(new byte[32]), null);
    }
}

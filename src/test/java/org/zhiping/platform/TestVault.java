package org.zhiping.platform;

import java.nio.file.Path;
import java.util.Base64;

/** A vault with a fixed key, for tests without Spring. */
public final class TestVault {

    /** The key, as the setting {@code zhiping.vault.key}. */
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private TestVault() {
    }

    /** With this key too, and able to keep others in the folder. */
    public static Vault in(Path folder) {
        return new Vault(new VaultKeyStore(KEY, new DataFolder(folder)));
    }

    public static Vault create() {
        return new Vault(new VaultKeyStore(KEY, null));
    }
}

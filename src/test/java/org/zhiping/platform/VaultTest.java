package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder;

    @Test
    void whatWasEncryptedComesBackAndLooksDifferentEachTime() {
        Vault vault = new Vault("", new DataFolder(folder));
        String sealed = vault.encrypt("11010519491231002X 𠮷");
        assertThat(sealed).doesNotContain("1101").isNotEqualTo(vault.encrypt("11010519491231002X 𠮷"));
        assertThat(vault.decrypt(sealed)).isEqualTo("11010519491231002X 𠮷");
        assertThat(vault.decrypt((String) null)).isNull();
    }

    @Test
    void aChangedByteIsNoticed() {
        Vault vault = new Vault("", new DataFolder(folder));
        byte[] sealed = vault.encrypt("证件照".getBytes(StandardCharsets.UTF_8));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.decrypt(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyIsKeptSoThatAnotherStartReadsTheSameData() throws Exception {
        String sealed = new Vault("", new DataFolder(folder)).encrypt("张伟");
        Vault later = new Vault("", new DataFolder(folder));
        assertThat(later.decrypt(sealed)).isEqualTo("张伟");
        assertThat(later.fingerprint("x")).isEqualTo(new Vault("", new DataFolder(folder)).fingerprint("x")).isNotEqualTo(later.fingerprint("X"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.key"))).hasSize(2);
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Vault("c2hvcnQ=", new DataFolder(folder))).hasMessageContaining("32 bytes");
    }
}

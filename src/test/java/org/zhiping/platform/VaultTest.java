package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    @TempDir
    Path folder;

    @Test
    void whatWasEncryptedComesBackAndLooksDifferentEachTime() {
        Vault vault = vault();
        String sealed = vault.encrypt("11010519491231002X 𠮷");
        assertThat(sealed).doesNotContain("1101").isNotEqualTo(vault.encrypt("11010519491231002X 𠮷"));
        assertThat(vault.decrypt(sealed)).isEqualTo("11010519491231002X 𠮷");
        assertThat(vault.decrypt((String) null)).isNull();
    }

    @Test
    void aChangedByteIsNoticed() {
        Vault vault = vault();
        byte[] sealed = vault.encrypt("证件照".getBytes(StandardCharsets.UTF_8));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.decrypt(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyIsKeptSoThatAnotherStartReadsTheSameData() throws Exception {
        String sealed = vault().encrypt("张伟");
        Vault later = vault();
        assertThat(later.decrypt(sealed)).isEqualTo("张伟");
        assertThat(later.fingerprint("x")).isEqualTo(vault().fingerprint("x")).isNotEqualTo(later.fingerprint("X"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.key"))).hasSize(2);
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Vault(new VaultKeyStore("c2hvcnQ=", new DataFolder(folder)))).hasMessageContaining("32 bytes");
    }

    /** Sealed by version 1.0, which had one key and put no id in front. */
    @Test
    void whatEarlierVersionsSealedStaysReadable() {
        Vault vault = TestVault.create();
        assertThat(vault.decrypt("gG6hF1tEomN+a0C3e/0Z2AtIg0NGv+hxsqE/6nQDoHn7WT8bUoVC8DlLfCVvqgNxPI6a")).isEqualTo("11010519491231002X 𠮷");
        assertThat(vault.decrypt("vEdKIQsSqWACSAxuaXSNwTg/6yWDPPP8A/QYKA==")).isEmpty();
        byte[] picture = Base64.getDecoder().decode("K8vmMLEBUwFw5bPbKYtf+Tp4gFLKMf2Ys0VPduCYWnyxHZheqg==");
        assertThat(new String(vault.decrypt(picture), StandardCharsets.UTF_8)).isEqualTo("证件照");
        assertThat(vault.fingerprint("11010519491231002X")).isEqualTo("fa90af104154728266c4fc068869336f8059ef18e58a8575d452e40733214423");
        Vault other = new Vault(new VaultKeyStore("AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o=", null));
        assertThat(other.decrypt("Gv26LcaVph90j4i7zTAUpUgf4R5dfxge/XKmp9k9zJB02g==")).isEqualTo("张伟");
        assertThat(other.fingerprint("张伟")).isEqualTo("4306f10ea89695a8d68b3d5495d4c7902ada962e100e70b446f7bcb723e97502");
    }

    @Test
    void newDataBeginWithTheIdOfTheirKeyAndServersWithOneSecretShareIt() {
        byte[] sealed = TestVault.create().encrypt("张伟".getBytes(StandardCharsets.UTF_8));
        assertThat(sealed).startsWith(TestVault.create().keys().get(0).prefix());
        assertThat(new String(TestVault.create().decrypt(sealed), StandardCharsets.UTF_8)).isEqualTo("张伟");
    }

    @Test
    void aContextMustBeTheSame() {
        Vault vault = vault();
        byte[] sealed = vault.encrypt(new byte[] {1, 2, 3}, "document 1, part 1".getBytes(StandardCharsets.UTF_8));
        assertThat(vault.decrypt(sealed, "document 1, part 1".getBytes(StandardCharsets.UTF_8))).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> vault.decrypt(sealed, "document 1, part 2".getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.decrypt(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeySealsWhatComesAndOldOnesStillOpenUntilTheyAreRetired() throws Exception {
        Vault vault = vault();
        Vault otherServer = vault();
        String before = vault.encrypt("before");
        String fingerprint = vault.fingerprint("110105");
        int first = vault.keys().get(0).id();
        vault.addKey();
        String after = vault.encrypt("after");
        assertThat(Base64.getDecoder().decode(after)).startsWith(vault.keys().get(0).prefix());
        assertThat(vault.decrypt(before)).isEqualTo("before");
        assertThat(otherServer.decrypt(after)).as("a server that has not seen the key yet").isEqualTo("after");
        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.keyset"))).hasSize(2);
        assertThatThrownBy(() -> vault.retire(vault.keys().get(0).id())).hasMessageContaining("vault-key-in-use");
        vault.retire(first);
        assertThatThrownBy(() -> vault.decrypt(before)).isInstanceOf(IllegalStateException.class);
        assertThat(vault().decrypt(after)).isEqualTo("after");
        assertThat(vault().fingerprint("110105")).isEqualTo(fingerprint);
    }

    @Test
    void aKeysetCanBeWrappedByAKeyThatIsKeptElsewhere() throws Exception {
        String wrapping = Base64.getEncoder().encodeToString(new byte[32]);
        Vault wrapped = new Vault(new VaultKeyStore("", "", "", wrapping, new DataFolder(folder)));
        wrapped.addKey();
        String sealed = wrapped.encrypt("张伟");
        assertThat(Files.readString(folder.resolve("vault.keyset"))).contains("encryptedKeyset").doesNotContain("AesGcmKey\",\"value");
        assertThat(new Vault(new VaultKeyStore("", Files.readString(folder.resolve("vault.keyset")), "", wrapping, null)).decrypt(sealed)).isEqualTo("张伟");
        assertThatThrownBy(this::vault).isInstanceOf(WrongVaultKey.class).hasMessageContaining("wrapping-key");
    }

    @Test
    void aKeysetFromTheEnvironmentIsNotChangedByUs() throws Exception {
        vault().addKey();
        Vault outside = new Vault(new VaultKeyStore("", Files.readString(folder.resolve("vault.keyset")), "", "", new DataFolder(folder)));
        assertThat(outside.keepsItsKeys()).isFalse();
        assertThatThrownBy(outside::addKey).hasMessageContaining("vault-keys-outside");
    }

    private Vault vault() {
        return new Vault(new VaultKeyStore("", new DataFolder(folder)));
    }
}

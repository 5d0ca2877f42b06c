package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;

class VaultCheckTest {

    private static final String OTHER = Base64.getEncoder().encodeToString("another-key-of-thirty-two-bytes!".getBytes());

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    void aDatabaseIsOpenedOnlyWithItsOwnKeys() {
        check(TestVault.KEY).verify();
        assertThatCode(() -> check(TestVault.KEY).verify()).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(OTHER).verify()).isInstanceOf(WrongVaultKey.class).hasMessageContaining("not among the vault's keys");
        assertThat(jdbc.sql("select count(*) from vault_check").query(Long.class).single()).isEqualTo(2);
    }

    /** Its account was made by version 1.0, which left no check behind. */
    @Test
    void dataOfEarlierVersionsAreAskedFirst() {
        jdbc.sql("insert into account (id, name, password, created_at) values ('zhang-wei', :name, '-', now())")
                .param("name", "gG6hF1tEomN+a0C3e/0Z2AtIg0NGv+hxsqE/6nQDoHn7WT8bUoVC8DlLfCVvqgNxPI6a").update();
        assertThatThrownBy(() -> check(OTHER).verify()).isInstanceOf(WrongVaultKey.class).hasMessageContaining("cannot be read");
        assertThat(jdbc.sql("select count(*) from vault_check").query(Long.class).single()).isZero();
        check(TestVault.KEY).verify();
    }

    private VaultCheck check(String key) {
        return new VaultCheck(jdbc, new Vault(new VaultKeyStore(key, null)));
    }
}

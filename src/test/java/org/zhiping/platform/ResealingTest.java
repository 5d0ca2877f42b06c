package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.zhiping.TestDatabase;

class ResealingTest {

    private static final int PEOPLE = 700;
    private static final String OLD_NAME = "gG6hF1tEomN+a0C3e/0Z2AtIg0NGv+hxsqE/6nQDoHn7WT8bUoVC8DlLfCVvqgNxPI6a";

    @TempDir
    Path folder;

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UUID file = UUID.randomUUID();

    private final SealedColumns columns = () -> List.of(SealedColumn.text("account", "name"), SealedColumn.text("account", "email"),
            SealedColumn.bytes("document", "content").in("convert_to(id::text, 'UTF8')"), SealedColumn.text("certificate", "printed"));

    @Test
    void everythingIsSealedAgainStepByStepAlsoOverARestartAndThenOldKeysCanGo() {
        Vault vault = TestVault.in(folder);
        fill(vault);
        VaultKeyring keyring = keyring(vault);
        int raw = vault.keys().stream().filter(key -> !key.prefixed()).findFirst().orElseThrow().id();
        int first = vault.keys().get(0).id();
        VaultKey newest = keyring.rotate("admin");
        Resealing before = resealing(vault);
        for (int n = 0; n < 3; n++) {
            assertThat(before.step()).isTrue();
        }
        assertThat(others(newest)).as("in the middle").isBetween(1L, PEOPLE + 1L);
        assertThat(keyring.progress()).anySatisfy(place -> assertThat(place.ended()).isNull());
        assertThatThrownBy(() -> keyring.retire(first, "admin")).hasMessageContaining("vault-key-needed");
        assertThatThrownBy(() -> keyring.retire(raw, "admin")).hasMessageContaining("vault-key-needed");

        Vault restarted = TestVault.in(folder);
        new VaultCheck(jdbc, restarted).verify();
        resealing(restarted).work();
        assertThat(others(newest)).isZero();
        assertThat(keyring.progress()).allSatisfy(place -> assertThat(place.percent()).isEqualTo(100));
        assertThat(keyring.progress().stream().mapToLong(VaultKeyring.Progress::rows).sum()).isEqualTo(PEOPLE + 3);
        keyring(restarted).retire(first, "admin");
        keyring(restarted).retire(raw, "admin");

        Vault after = TestVault.in(folder);
        new VaultCheck(jdbc, after).verify();
        assertThat(after.keys()).extracting(VaultKey::id).containsExactly(newest.id());
        assertThat(after.decrypt(jdbc.sql("select name from account where id = 'zhang-wei'").query(String.class).single())).isEqualTo("11010519491231002X 𠮷");
        assertThat(after.decrypt(jdbc.sql("select email from account where id = 'person7'").query(String.class).single())).isEqualTo("person7@zhiping.example");
        byte[] content = jdbc.sql("select content from document").query(byte[].class).single();
        assertThat(after.decrypt(content, file.toString().getBytes(StandardCharsets.UTF_8))).containsExactly(1, 2, 3);
        assertThat(after.decrypt(jdbc.sql("select printed from certificate").query(String.class).single())).isEqualTo("{}");
    }

    @Test
    void withTheWrongKeysNothingIsTouched() {
        fill(TestVault.in(folder));
        new VaultCheck(jdbc, TestVault.in(folder)).verify();
        List<String> before = jdbc.sql("select name from account order by id").query(String.class).list();
        Vault other = new Vault(new VaultKeyStore("AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o=", null));
        assertThatThrownBy(() -> new VaultCheck(jdbc, other).verify()).isInstanceOf(WrongVaultKey.class);
        assertThat(jdbc.sql("select name from account order by id").query(String.class).list()).isEqualTo(before);
    }

    /** Outside of a resealing a certificate's text stays as it is. */
    @Test
    void theRegistryLetsItsTextBeSealedAgainAndNothingElse() {
        fill(TestVault.in(folder));
        assertThatThrownBy(() -> jdbc.sql("update certificate set printed = 'x'").update()).isInstanceOf(DataAccessException.class);
    }

    private void fill(Vault vault) {
        jdbc.sql("insert into account (id, name, password, created_at) values ('zhang-wei', :name, '-', now())").param("name", OLD_NAME).update();
        String sealed = vault.encrypt("person7@zhiping.example");
        jdbc.sql("insert into account (id, name, email, password, created_at) select 'person' || n, :name, :email, '-', now() from generate_series(1, :n) n")
                .param("name", "").param("email", sealed).param("n", PEOPLE).update();
        jdbc.sql("insert into document (id, owner, name, media_type, size, sha256, content, stored_at) values (:id, '', '', 'image/png', 3, '', :content, now())")
                .param("id", file).param("content", vault.encrypt(new byte[] {1, 2, 3}, file.toString().getBytes(StandardCharsets.UTF_8))).update();
        jdbc.sql("insert into certificate_series values ('s', 1)").update();
        jdbc.sql("""
                insert into certificate (number, case_number, standard, edition, level, direction, series, serial, printed, document, issued_on,
                                         status_on, recorded_at)
                values ('1', 'ZP1', 's', 'e', 'l', '', 's', 1, :printed, :document, current_date, current_date, now())
                """).param("printed", vault.encrypt("{}")).param("document", file).update();
    }

    private long others(VaultKey key) {
        return columns.columns().stream().mapToLong(column -> jdbc.sql("select count(*) from " + column.table() + " where "
                + column.sealedOtherwise()).param("prefix", key.prefix()).query(Long.class).single()).sum();
    }

    private Resealing resealing(Vault vault) {
        return new Resealing(List.of(columns), vault, jdbc, new DataSourceTransactionManager(database), Clock.systemUTC());
    }

    private VaultKeyring keyring(Vault vault) {
        return new VaultKeyring(vault, resealing(vault), jdbc);
    }
}

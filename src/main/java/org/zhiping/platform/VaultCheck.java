package org.zhiping.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the keys with the database, before anything is read or written with them. */
class VaultCheck {

    private static final String KNOWN = "zhiping";

    private record Seen(int key, String sealed) {
    }

    private final JdbcClient jdbc;
    private final Vault vault;

    VaultCheck(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @throws WrongVaultKey when data here was sealed with keys that we do not have; then nothing has been written */
    void verify() {
        List<Seen> seen = jdbc.sql("select key_id, sealed from vault_check").query((row, n) ->
                new Seen(row.getInt("key_id"), row.getString("sealed"))).list();
        if (seen.isEmpty()) {
            earlierData().ifPresent(this::open);
        }
        Set<Integer> ours = new HashSet<>();
        vault.keys().forEach(key -> ours.add(key.id()));
        for (Seen key : seen) {
            if (!ours.contains(key.key())) {
                throw new WrongVaultKey("Data in this database is sealed with the key %08x, which is not among the vault's keys."
                        .formatted(key.key()));
            }
            Optional.ofNullable(key.sealed()).ifPresent(this::open);
        }
        note();
    }

    /** Notes the keys that may seal data from now on. */
    void note() {
        vault.keys().stream().filter(key -> key.primary() || !key.prefixed()).forEach(key -> jdbc
                .sql("insert into vault_check (key_id, sealed) values (:key, :sealed) on conflict do nothing")
                .param("key", key.id()).param("sealed", key.prefixed() ? vault.encrypt(KNOWN) : null).update());
    }

    private Optional<String> earlierData() {
        return jdbc.sql("select name from account order by created_at limit 1").query(String.class).optional();
    }

    private void open(String sealed) {
        try {
            vault.decrypt(sealed);
        } catch (IllegalStateException e) {
            throw new WrongVaultKey("The personal data in this database cannot be read with the vault's keys.");
        }
    }
}

package org.zhiping.platform;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes the keys of the vault while the product runs: add one, seal everything again with it, retire the old one. */
@Component
public class VaultKeyring {

    private static final Logger LOG = LoggerFactory.getLogger(VaultKeyring.class);

    /**
     * How far a column is sealed again.
     *
     * @param place  table and column
     * @param done   blocks of the table that are done, of {@code blocks}
     * @param rows   values sealed again so far
     * @param ended  null while it goes on
     */
    public record Progress(String place, long done, long blocks, long rows, Instant ended) {

        public long percent() {
            return ended != null || blocks == 0 ? 100 : Math.min(99, 100 * done / blocks);
        }
    }

    private final Vault vault;
    private final Resealing resealing;
    private final JdbcClient jdbc;

    VaultKeyring(Vault vault, Resealing resealing, JdbcClient jdbc) {
        this.vault = vault;
        this.resealing = resealing;
        this.jdbc = jdbc;
    }

    /** The key that seals new data first. */
    public List<VaultKey> keys() {
        return vault.keys();
    }

    public boolean keepsItsKeys() {
        return vault.keepsItsKeys();
    }

    /** A new key seals everything from now on, and what there is is sealed with it step by step. @throws Refusal when keys are kept outside */
    public VaultKey rotate(String by) {
        VaultKey key = vault.addKey();
        new VaultCheck(jdbc, vault).note();
        LOG.info("{} added the vault key {}", by, key.name());
        resealing.start(by);
        return key;
    }

    /** Seals what there is again with the newest key, as after the keyset was changed outside. */
    public void reseal(String by) {
        new VaultCheck(jdbc, vault).note();
        resealing.start(by);
    }

    /** Of the last time; empty when there was none. */
    public List<Progress> progress() {
        return resealing.progress();
    }

    /**
     * Destroys an old key.
     *
     * @throws Refusal when it seals new data, something is still sealed with it, or keys are kept outside
     */
    public void retire(int id, String by) {
        List<VaultKey> all = vault.keys();
        VaultKey key = all.stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> Refusal.notFound("vault-key-unknown"));
        if (key.primary()) {
            throw Refusal.conflict("vault-key-in-use");
        }
        if (!vault.keepsItsKeys()) {
            throw Refusal.conflict("vault-keys-outside");
        }
        List<String> uses = resealing.usesOf(key, all);
        if (!uses.isEmpty()) {
            throw Refusal.conflict("vault-key-needed", String.join(", ", uses));
        }
        jdbc.sql("delete from vault_check where key_id = :key").param("key", id).update();
        vault.retire(id);
        LOG.info("{} retired the vault key {}", by, key.name());
    }
}

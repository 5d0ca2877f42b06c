package org.zhiping.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything again with the newest key, a few rows a transaction. How far it is stands in the same transaction as the rows, so
 * it goes on where it was stopped; two servers take different columns; rows that somebody works on are left for the next pass.
 */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private static final int BLOCKS = 32;
    private static final int TEXTS = 64;
    /** Each may be as large as an upload, and a transaction should stay short. */
    private static final int FILES = 4;
    private static final int PAUSE = 1_000;
    private static final int STEPS = 50;

    private record Position(String place, long next) {
    }

    private final List<SealedColumn> columns;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Resealing(List<SealedColumns> features, Vault vault, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.columns = features.stream().flatMap(feature -> feature.columns().stream()).toList();
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Begins anew, with the key that is the newest now. */
    void start(String by) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from vault_resealing").update();
            columns.forEach(column -> jdbc.sql("""
                    insert into vault_resealing (place, key_id, blocks, started_by, started_at)
                    values (:place, :key, :blocks, :by, :at)
                    """)
                    .param("place", column.place()).param("key", vault.keys().get(0).id()).param("blocks", blocks(column))
                    .param("by", by).param("at", now()).update());
        });
    }

    /** Some steps at a time, for other clockwork waits on the same thread. */
    @Scheduled(fixedDelay = PAUSE)
    void work() {
        int steps = 0;
        while (steps < STEPS && step()) {
            steps++;
        }
    }

    /** One small transaction. @return false when there is nothing left to do here */
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Position> position = jdbc.sql("""
                    select place, next_block from vault_resealing where ended_at is null order by place limit 1 for update skip locked
                    """)
                    .query((row, n) -> new Position(row.getString("place"), row.getLong("next_block"))).optional();
            position.ifPresent(this::go);
            return position.isPresent();
        }));
    }

    List<VaultKeyring.Progress> progress() {
        return jdbc.sql("select * from vault_resealing order by place").query((row, n) -> new VaultKeyring.Progress(row.getString("place"),
                row.getLong("next_block"), row.getLong("blocks"), row.getLong("resealed"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null))).list();
    }

    /** Places that still hold something sealed with this key. */
    List<String> usesOf(VaultKey key, List<VaultKey> all) {
        return columns.stream().filter(column -> uses(column, key, all)).map(SealedColumn::place).toList();
    }

    private boolean uses(SealedColumn column, VaultKey key, List<VaultKey> all) {
        String sql = "select exists (select 1 from " + column.table() + " where " + column.there() + " and ";
        if (key.prefixed()) {
            return jdbc.sql(sql + column.prefix() + " = :prefix)").param("prefix", key.prefix()).query(Boolean.class).single();
        }
        byte[][] others = all.stream().filter(VaultKey::prefixed).map(VaultKey::prefix).toArray(byte[][]::new);
        return jdbc.sql(sql + column.prefix() + " <> all(:prefixes))").param("prefixes", others).query(Boolean.class).single();
    }

    private void go(Position position) {
        Optional<SealedColumn> found = columns.stream().filter(column -> column.place().equals(position.place())).findFirst();
        if (found.isEmpty()) {
            end(position.place());
            return;
        }
        SealedColumn column = found.get();
        int limit = column.type() == SealedColumn.Type.BYTES ? FILES : TEXTS;
        jdbc.sql("select set_config('zhiping.resealing', 'on', true)").query(String.class).single();
        List<String> rows = rows(column, position.next(), limit);
        rows.forEach(row -> reseal(column, row));
        long blocks = blocks(column);
        long next = rows.size() < limit ? position.next() + BLOCKS : position.next();
        jdbc.sql("update vault_resealing set next_block = :next, blocks = :blocks, resealed = resealed + :rows where place = :place")
                .param("next", Math.min(next, blocks)).param("blocks", blocks).param("rows", rows.size()).param("place", column.place()).update();
        if (next >= blocks && rows.size() < limit) {
            finish(column);
        }
    }

    /** By place on the disk, which needs no key of the table and no index. */
    private List<String> rows(SealedColumn column, long from, int limit) {
        return jdbc.sql("select ctid::text from " + column.table() + " where ctid >= cast(:from as tid) and ctid < cast(:until as tid) and "
                        + column.sealedOtherwise() + " limit :limit for update skip locked")
                .param("from", "(" + from + ",0)").param("until", "(" + (from + BLOCKS) + ",0)").param("prefix", vault.keys().get(0).prefix())
                .param("limit", limit).query(String.class).list();
    }

    /** A version of a row that another transaction has just replaced is gone; its successor is met further on, or in the next pass. */
    private void reseal(SealedColumn column, String row) {
        String context = column.context().isEmpty() ? "''::bytea" : column.context();
        jdbc.sql("select " + column.column() + " as sealed, " + context + " as context from " + column.table() + " where ctid = cast(:row as tid)")
                .param("row", row)
                .query((found, n) -> column.type() == SealedColumn.Type.BYTES ? again(found.getBytes("sealed"), found.getBytes("context"))
                        : Base64.getEncoder().encodeToString(again(Base64.getDecoder().decode(found.getString("sealed")), found.getBytes("context"))))
                .optional().ifPresent(sealed -> jdbc.sql("update " + column.table() + " set " + column.column()
                        + " = :sealed where ctid = cast(:row as tid)").param("sealed", sealed).param("row", row).update());
    }

    private byte[] again(byte[] sealed, byte[] context) {
        return vault.encrypt(vault.decrypt(sealed, context), context);
    }

    /** Rows that were worked on, or written by a server that did not know the new key yet, take another pass. */
    private void finish(SealedColumn column) {
        boolean left = jdbc.sql("select exists (select 1 from " + column.table() + " where " + column.sealedOtherwise() + ")")
                .param("prefix", vault.keys().get(0).prefix()).query(Boolean.class).single();
        if (left) {
            jdbc.sql("update vault_resealing set next_block = 0 where place = :place").param("place", column.place()).update();
        } else {
            end(column.place());
        }
    }

    private void end(String place) {
        jdbc.sql("update vault_resealing set ended_at = :at where place = :place").param("at", now()).param("place", place).update();
        LOG.info("All of {} is sealed with the newest key", place);
    }

    private long blocks(SealedColumn column) {
        return jdbc.sql("select pg_relation_size(cast(:table as regclass)) / current_setting('block_size')::bigint")
                .param("table", column.table()).query(Long.class).single();
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}

package org.zhiping.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Applications;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Retained;
import org.zhiping.platform.Vault;

@Repository
class JdbcRetentionBook implements RetentionBook {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Vault vault;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcRetentionBook(JdbcClient jdbc, Applications applications, Vault vault, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.applications = applications;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Map<String, Period> periods() {
        Map<String, Period> periods = new HashMap<>();
        jdbc.sql("select kind, length, unit from retention_period")
                .query((row, n) -> periods.put(row.getString("kind"), period(row))).list();
        return periods;
    }

    @Override
    @Transactional
    public void set(String kind, Period period, String by) {
        if (period == null) {
            jdbc.sql("delete from retention_period where kind = :kind").param("kind", kind).update();
        } else {
            jdbc.sql("""
                    insert into retention_period (kind, length, unit, set_by, set_at) values (:kind, :length, :unit, :by, :at)
                    on conflict (kind) do update set length = excluded.length, unit = excluded.unit, set_by = excluded.set_by, set_at = excluded.set_at
                    """)
                    .param("kind", kind).param("length", period.length()).param("unit", period.unit().name()).param("by", by).param("at", now()).update();
        }
        jdbc.sql("insert into retention_change (kind, length, unit, changed_by, changed_at) values (:kind, :length, :unit, :by, :at)")
                .param("kind", kind).param("length", period == null ? null : period.length())
                .param("unit", period == null ? null : period.unit().name()).param("by", by).param("at", now()).update();
    }

    @Override
    public List<Hold> holds() {
        return jdbc.sql("select * from legal_hold order by lifted_at is not null, id desc").query((row, n) -> new Hold(row.getLong("id"),
                row.getString("case_number"), vault.decrypt(row.getString("reason")), row.getString("set_by"), instant(row, "set_at"),
                row.getString("lifted_by"), instant(row, "lifted_at"))).list();
    }

    @Override
    public boolean held(String caseNumber) {
        return caseNumber != null && jdbc.sql("select exists (select 1 from legal_hold where case_number = :case and lifted_at is null)")
                .param("case", caseNumber).query(Boolean.class).single();
    }

    /** Under the lock of the case, as a deletion is: what comes second sees the first. */
    @Override
    @Transactional
    public void hold(String caseNumber, String reason, String by) {
        applications.lock(caseNumber);
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "hold-reason", LONGEST_REASON);
        }
        if (held(caseNumber)) {
            throw Refusal.conflict("already-held", caseNumber);
        }
        jdbc.sql("insert into legal_hold (case_number, reason, set_by, set_at) values (:case, :reason, :by, :at)")
                .param("case", caseNumber).param("reason", vault.encrypt(said)).param("by", by).param("at", now()).update();
        events.publishEvent(CaseAct.of(caseNumber, "hold-set", by, "", Map.of()));
    }

    @Override
    @Transactional
    public void lift(String caseNumber, String by) {
        int lifted = jdbc.sql("update legal_hold set lifted_by = :by, lifted_at = :at where case_number = :case and lifted_at is null")
                .param("case", caseNumber).param("by", by).param("at", now()).update();
        if (lifted == 0) {
            throw Refusal.conflict("not-held", caseNumber);
        }
        events.publishEvent(CaseAct.of(caseNumber, "hold-lifted", by, "", Map.of()));
    }

    @Override
    @Transactional
    public boolean delete(Retained kind, Retained.Item item, Period period) {
        if (item.caseNumber() != null) {
            jdbc.sql("select case_number from application where case_number = :case for update").param("case", item.caseNumber())
                    .query(String.class).optional();
            if (held(item.caseNumber())) {
                return false;
            }
        }
        if (!written(kind, item, period)) {
            return false;
        }
        jdbc.sql("select set_config('zhiping.retention', 'on', true)").query(String.class).single();
        kind.delete(item, "retention %s: %d %s since %s".formatted(kind.kind(), period.length(), period.unit(),
                item.begun().atOffset(ZoneOffset.UTC).toLocalDate()));
        return true;
    }

    /** The second of two servers waits here for the first, and then has nothing to do. */
    private boolean written(Retained kind, Retained.Item item, Period period) {
        return jdbc.sql("""
                insert into retention_deletion (kind, item, case_number, begun_at, length, unit, deleted_at)
                values (:kind, :item, :case, :begun, :length, :unit, :at) on conflict do nothing
                """)
                .param("kind", kind.kind()).param("item", item.id()).param("case", item.caseNumber())
                .param("begun", item.begun().atOffset(ZoneOffset.UTC)).param("length", period.length()).param("unit", period.unit().name())
                .param("at", now()).update() == 1;
    }

    @Override
    public List<Deleted> report(Instant from, Instant until, int limit) {
        return jdbc.sql("select * from retention_deletion where deleted_at >= :from and deleted_at < :until order by id desc limit :limit")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query((row, n) -> new Deleted(row.getString("kind"), row.getString("item"), row.getString("case_number"), instant(row, "begun_at"),
                        period(row), instant(row, "deleted_at"))).list();
    }

    @Override
    public long deleted(String kind) {
        return jdbc.sql("select count(*) from retention_deletion where kind = :kind").param("kind", kind).query(Long.class).single();
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getInt("length"), Period.Unit.valueOf(row.getString("unit")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.zhiping.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Refusal;

@Repository
class JdbcConsents implements Consents {

    private final JdbcClient jdbc;
    private final ConsentFolder folder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcConsents(JdbcClient jdbc, ConsentFolder folder, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ConsentText text() {
        return folder.text();
    }

    @Override
    public boolean given(String account) {
        return both(account, List.of("OWN", "DECLARED"));
    }

    @Override
    public boolean givenByThemselves(String account) {
        return both(account, List.of("OWN"));
    }

    private boolean both(String account, List<String> ways) {
        return jdbc.sql("""
                        select count(distinct purpose) from consent
                        where account = :account and version = :version and text_hash = :hash and way in (:ways) and withdrawn_at is null""")
                .param("account", account).param("version", text().version()).param("hash", text().hash()).param("ways", ways)
                .query(Integer.class).single() == Purpose.values().length;
    }

    @Override
    public void require(String account) {
        if (!givenByThemselves(account)) {
            throw Refusal.forbidden("consent-missing", text().version());
        }
    }

    @Override
    @Transactional
    public void give(String account, String version) {
        add(account, version, "OWN", account);
    }

    @Override
    @Transactional
    public void declare(String account, String version, String by) {
        add(account, version, "DECLARED", by);
    }

    private void add(String account, String version, String way, String by) {
        if (!text().version().equals(version)) {
            throw Refusal.conflict("consent-version", text().version());
        }
        for (Purpose purpose : Purpose.values()) {
            jdbc.sql("""
                            insert into consent (account, purpose, version, text_hash, way, given_by, given_at)
                            values (:account, :purpose, :version, :hash, :way, :by, :at) on conflict do nothing""")
                    .param("account", account).param("purpose", purpose.name()).param("version", version).param("hash", text().hash())
                    .param("way", way).param("by", by).param("at", OffsetDateTime.now(clock)).update();
        }
    }

    @Override
    @Transactional
    public void withdraw(String account) {
        int withdrawn = jdbc.sql("update consent set withdrawn_at = :at where account = :account and withdrawn_at is null")
                .param("at", OffsetDateTime.now(clock)).param("account", account).update();
        if (withdrawn > 0) {
            events.publishEvent(new ConsentWithdrawn(account));
        }
    }

    @Override
    public List<Consent> of(String account) {
        return jdbc.sql("select * from consent where account = :account order by id desc").param("account", account)
                .query(JdbcConsents::consent).list();
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Consent(Purpose.valueOf(row.getString("purpose")), row.getString("version"), row.getString("text_hash"),
                row.getString("way").equals("OWN"), row.getString("given_by"), row.getObject("given_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}

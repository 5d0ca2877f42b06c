package org.zhiping.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.notice.PersonNotices;
import org.zhiping.platform.Refusal;

@Repository
class JdbcDownloads implements Downloads {

    private final JdbcClient jdbc;
    private final PersonNotices notices;
    private final Clock clock;

    JdbcDownloads(JdbcClient jdbc, PersonNotices notices, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    /** The lock lets two requests at the same moment count each other. */
    @Override
    @Transactional
    public void begin(String account) {
        jdbc.sql("select id from account where id = :account for update").param("account", account).query(String.class).single();
        Instant now = clock.instant();
        int lately = jdbc.sql("select count(*) from data_download where account = :account and at > :since").param("account", account)
                .param("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)).query(Integer.class).single();
        if (lately >= MOST_A_DAY) {
            throw new Refusal(Refusal.Kind.TOO_MANY, List.of(new Refusal.Fault("", "too-many-downloads", MOST_A_DAY)));
        }
        long id = jdbc.sql("insert into data_download (account, at) values (:account, :at) returning id").param("account", account)
                .param("at", now.atOffset(ZoneOffset.UTC)).query(Long.class).single();
        notices.tell(account, "data-downloaded", "data-download:" + id, Map.of("at", now.atOffset(ZoneOffset.UTC).toString()));
    }

    @Override
    public List<Instant> of(String account) {
        return jdbc.sql("select at from data_download where account = :account order by id").param("account", account)
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant()).list();
    }
}

package org.zhiping.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Vault;

@Repository
@WithSampleMailbox
class JdbcMailbox implements Mailbox {

    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JdbcMailbox(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void keep(byte[] content) {
        long id = jdbc.sql("insert into sample_mail (received_at, content) values (:now, :content) returning id")
                .param("now", OffsetDateTime.now(clock)).param("content", vault.encrypt(content)).query(Long.class).single();
        jdbc.sql("delete from sample_mail where id <= :id").param("id", id - KEPT).update();
    }

    @Override
    public List<ReceivedMail> newest() {
        return jdbc.sql("select * from sample_mail order by id desc limit 100").query(this::mail).list();
    }

    @Override
    public Optional<ReceivedMail> find(long id) {
        return jdbc.sql("select * from sample_mail where id = :id").param("id", id).query(this::mail).optional();
    }

    private ReceivedMail mail(ResultSet row, int n) throws SQLException {
        return ReceivedMail.of(row.getLong("id"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
                vault.decrypt(row.getBytes("content")));
    }
}

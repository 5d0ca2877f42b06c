package org.zhiping.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Vault;

@Repository
@WithSamplePhone
class JdbcPhone implements Phone {

    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcPhone(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void keep(byte[] content) {
        read(content);
        long id = jdbc.sql("insert into sample_sms (received_at, content) values (:now, :content) returning id")
                .param("now", OffsetDateTime.now(clock)).param("content", vault.encrypt(content)).query(Long.class).single();
        jdbc.sql("delete from sample_sms where id <= :id").param("id", id - KEPT).update();
    }

    @Override
    public List<ShortMessage> newest() {
        return jdbc.sql("select * from sample_sms order by id desc limit 100").query(this::message).list();
    }

    private ShortMessage message(ResultSet row, int n) throws SQLException {
        JsonNode content = read(vault.decrypt(row.getBytes("content")));
        return new ShortMessage(row.getLong("id"), row.getObject("received_at", OffsetDateTime.class).toInstant(),
                content.path("phone").asText(), content.path("text").asText());
    }

    private JsonNode read(byte[] content) {
        try {
            return json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

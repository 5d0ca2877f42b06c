package org.zhiping.mail;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.HeldData;
import org.zhiping.platform.Vault;

/** Which messages went where; what they said is among the notices. */
@Repository
class HeldMails implements HeldData {

    private final JdbcClient jdbc;
    private final Vault vault;

    HeldMails(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public Object of(String account) {
        return jdbc.sql("select queued_at, address, channel, state, attempts from mail where account = :account order by id")
                .param("account", account).query((row, n) -> {
                    Map<String, Object> mail = new LinkedHashMap<>();
                    mail.put("at", row.getObject("queued_at", OffsetDateTime.class).toInstant());
                    mail.put("channel", row.getString("channel"));
                    mail.put("address", vault.decrypt(row.getString("address")));
                    mail.put("status", row.getString("state"));
                    mail.put("attempts", row.getInt("attempts"));
                    return mail;
                }).list();
    }
}

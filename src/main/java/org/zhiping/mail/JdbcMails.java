package org.zhiping.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.MailAddress;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

@Repository
class JdbcMails implements Mails {

    private static final String NEWEST = " order by id desc limit 200";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Accounts accounts;

    JdbcMails(JdbcClient jdbc, Vault vault, Accounts accounts) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.accounts = accounts;
    }

    @Override
    public Map<MailState, Long> counts() {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("select state, count(*) from mail group by state")
                .query((row, n) -> counts.put(MailState.valueOf(row.getString(1)), row.getLong(2))).list();
        return counts;
    }

    @Override
    public Optional<Instant> waitingSince() {
        return jdbc.sql("select min(queued_at) as since from mail where state in ('QUEUED', 'SENDING')")
                .query((row, n) -> Optional.ofNullable(instant(row, "since"))).single();
    }

    @Override
    public List<Mail> dead() {
        return jdbc.sql("select * from mail where state = 'DEAD'" + NEWEST).query(this::mail).list();
    }

    @Override
    public List<Mail> possiblyRepeated() {
        return jdbc.sql("select * from mail where possibly_repeated" + NEWEST).query(this::mail).list();
    }

    @Override
    @Transactional
    public void resend(long id) {
        Mail mail = jdbc.sql("select * from mail where id = :id").param("id", id).query(this::mail).optional()
                .orElseThrow(() -> Refusal.notFound("mail-not-found"));
        MailAddress address = address(mail.account()).orElseThrow(() -> Refusal.conflict("mail-without-address"));
        if (!queueAgain(id, address)) {
            throw Refusal.conflict("mail-not-dead");
        }
    }

    @Override
    @Transactional
    public int resendAll() {
        return (int) jdbc.sql("select id, account from mail where state = 'DEAD'")
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("account"))).list().stream()
                .filter(mail -> address(mail.getValue()).filter(address -> queueAgain(mail.getKey(), address)).isPresent()).count();
    }

    private Optional<MailAddress> address(String account) {
        return accounts.find(account).filter(Account::enabled).map(Account::email);
    }

    private boolean queueAgain(long id, MailAddress address) {
        return jdbc.sql("""
                        update mail set state = 'QUEUED', attempts = 0, due_at = now(), address = :address
                        where id = :id and state = 'DEAD'""")
                .param("id", id).param("address", vault.encrypt(address.value())).update() == 1;
    }

    private Mail mail(ResultSet row, int n) throws SQLException {
        return new Mail(row.getLong("id"), row.getString("account"), new MailAddress(vault.decrypt(row.getString("address"))).masked(),
                row.getString("message_id"), MailState.valueOf(row.getString("state")), row.getInt("attempts"), row.getString("cause"),
                instant(row, "queued_at"), instant(row, "tried_at"), row.getBoolean("possibly_repeated"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

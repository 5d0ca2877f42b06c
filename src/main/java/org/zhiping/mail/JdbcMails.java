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
import org.zhiping.identity.Contact;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

@Repository
class JdbcMails implements Mails {

    private static final String NEWEST = " order by id desc limit 200";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Accounts accounts;
    private final Contacts contacts;

    JdbcMails(JdbcClient jdbc, Vault vault, Accounts accounts, Contacts contacts) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.accounts = accounts;
        this.contacts = contacts;
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
        if (!mail.resendable()) {
            throw Refusal.conflict("mail-code-over");
        }
        Contact address = address(mail.account(), mail.channel()).orElseThrow(() -> Refusal.conflict("mail-without-address"));
        if (!queueAgain(id, address)) {
            throw Refusal.conflict("mail-not-dead");
        }
    }

    @Override
    @Transactional
    public int resendAll() {
        return (int) jdbc.sql("select * from mail where state = 'DEAD' and notice_id is not null").query(this::mail).list().stream()
                .filter(mail -> address(mail.account(), mail.channel()).filter(address -> queueAgain(mail.id(), address)).isPresent()).count();
    }

    /** Where it would go today. */
    private Optional<Contact> address(String account, Channel channel) {
        Optional<Account> reader = accounts.find(account);
        return channel == Channel.MAIL ? reader.flatMap(Account::mailsGoTo).map(address -> new Contact(address, null))
                : reader.flatMap(Account::shortMessagesGoTo).map(number -> new Contact(null, number));
    }

    private boolean queueAgain(long id, Contact address) {
        return jdbc.sql("""
                        update mail set state = 'QUEUED', attempts = 0, due_at = now(), address = :address
                        where id = :id and state = 'DEAD'""")
                .param("id", id).param("address", vault.encrypt(address.value())).update() == 1;
    }

    private Mail mail(ResultSet row, int n) throws SQLException {
        return new Mail(row.getLong("id"), row.getString("account"), contacts.kept(vault.decrypt(row.getString("address"))).masked(),
                row.getString("message_id"), MailState.valueOf(row.getString("state")), row.getInt("attempts"), row.getString("cause"),
                instant(row, "queued_at"), instant(row, "tried_at"), row.getBoolean("possibly_repeated"),
                Channel.valueOf(row.getString("channel")), row.getObject("notice_id") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

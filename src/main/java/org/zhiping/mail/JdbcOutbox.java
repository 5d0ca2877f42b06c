package org.zhiping.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.identity.Account;
import org.zhiping.identity.MailAddress;
import org.zhiping.platform.Vault;

/** The queue is told by the database server's clock, what people read by the product's own. */
@Repository
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Sender sender;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, Vault vault, Sender sender, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public void add(long noticeId, Account to) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into mail (notice_id, account, address, language, message_id, queued_at)
                        values (:notice, :account, :address, :language, :messageId, :now)""")
                .param("notice", noticeId).param("account", to.id()).param("address", vault.encrypt(to.email().value()))
                .param("language", to.language().toLanguageTag()).param("messageId", sender.messageId(noticeId, now.toInstant()))
                .param("now", now).update();
    }

    @Override
    public Optional<Sending> take(Duration lease) {
        return jdbc.sql("""
                        update mail set state = 'SENDING', attempts = attempts + 1, tried_at = :now,
                            possibly_repeated = possibly_repeated or state = 'SENDING',
                            due_at = now() + :lease * interval '1 millisecond'
                        where id = (select id from mail where state in ('QUEUED', 'SENDING') and due_at <= now()
                                    order by due_at, id limit 1 for update skip locked)
                        returning *""")
                .param("now", OffsetDateTime.now(clock)).param("lease", lease.toMillis()).query(this::sending).optional();
    }

    @Override
    public void sent(Sending mail) {
        end(mail, MailState.SENT, Duration.ZERO, null, false);
    }

    @Override
    public void retry(Sending mail, Duration after, String cause, boolean maybeArrived) {
        end(mail, MailState.QUEUED, after, cause, maybeArrived);
    }

    @Override
    public void giveUp(Sending mail, String cause, boolean maybeArrived) {
        end(mail, MailState.DEAD, Duration.ZERO, cause, maybeArrived);
    }

    private void end(Sending mail, MailState state, Duration after, String cause, boolean maybeArrived) {
        jdbc.sql("""
                        update mail set state = :state, due_at = now() + :after * interval '1 millisecond', cause = :cause,
                            possibly_repeated = possibly_repeated or :maybeArrived
                        where id = :id and state = 'SENDING' and attempts = :attempts""")
                .param("state", state.name()).param("after", after.toMillis()).param("cause", cause)
                .param("maybeArrived", maybeArrived).param("id", mail.id()).param("attempts", mail.attempts()).update();
    }

    private Sending sending(ResultSet row, int n) throws SQLException {
        return new Sending(row.getLong("id"), row.getLong("notice_id"), row.getString("account"),
                new MailAddress(vault.decrypt(row.getString("address"))), Locale.forLanguageTag(row.getString("language")),
                row.getString("message_id"), row.getInt("attempts"));
    }
}

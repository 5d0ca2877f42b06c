package org.zhiping.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.identity.Account;
import org.zhiping.identity.Contact;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Vault;
import org.zhiping.signup.ContactTold;

/** The queue is told by the database server's clock, what people read by the product's own. */
@Repository
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contacts contacts;
    private final Sender sender;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, Vault vault, Contacts contacts, Sender sender, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contacts = contacts;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public void add(long noticeId, Account of, Contact to) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        insert(of.id(), to, of.language(), sender.messageId("notice-" + noticeId, now.toInstant()), now)
                .param("notice", noticeId).param("content", null).param("seconds", null).update();
    }

    @Override
    public void add(ContactTold told) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String content = new CodeWords(told.news(), told.code(), (int) told.validFor().toMinutes()).kept();
        insert(told.account(), told.to(), told.language(), sender.messageId("code-" + UUID.randomUUID(), now.toInstant()), now)
                .param("notice", null).param("content", vault.encrypt(content)).param("seconds", told.validFor().toSeconds()).update();
    }

    @Override
    public int since(String account, Collection<String> kinds, Instant since, int most) {
        return jdbc.sql("""
                select count(*) from (select 1 from notice join mail on mail.notice_id = notice.id
                                      where notice.account = :account and notice.kind in (:kinds) and notice.at >= :since limit :most) counted""")
                .param("account", account).param("kinds", kinds).param("since", since.atOffset(ZoneOffset.UTC)).param("most", most)
                .query(Integer.class).single();
    }

    private JdbcClient.StatementSpec insert(String account, Contact to, Locale language, String messageId, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into mail (notice_id, content, channel, account, address, language, message_id, queued_at, give_up_at)
                        values (cast(:notice as bigint), :content, :channel, :account, :address, :language, :messageId, :now,
                            now() + cast(:seconds as bigint) * interval '1 second')""")
                .param("channel", (to.isPhone() ? Channel.SMS : Channel.MAIL).name()).param("account", account)
                .param("address", vault.encrypt(to.value())).param("language", language.toLanguageTag())
                .param("messageId", messageId).param("now", now);
    }

    @Override
    public Optional<Sending> take(Set<Channel> channels, Duration lease) {
        return jdbc.sql("""
                        update mail set state = 'SENDING', attempts = attempts + 1, tried_at = :now,
                            possibly_repeated = possibly_repeated or state = 'SENDING',
                            due_at = now() + :lease * interval '1 millisecond'
                        where id = (select id from mail where state in ('QUEUED', 'SENDING') and due_at <= now() and channel in (:channels)
                                    order by due_at, id limit 1 for update skip locked)
                        returning *, coalesce(give_up_at <= now(), false) as expired""")
                .param("now", OffsetDateTime.now(clock)).param("lease", lease.toMillis())
                .param("channels", channels.stream().map(Channel::name).toList()).query(this::sending).optional();
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
                            possibly_repeated = possibly_repeated or :maybeArrived,
                            content = case when :state = 'QUEUED' then content end
                        where id = :id and state = 'SENDING' and attempts = :attempts""")
                .param("state", state.name()).param("after", after.toMillis()).param("cause", cause)
                .param("maybeArrived", maybeArrived).param("id", mail.id()).param("attempts", mail.attempts()).update();
    }

    private Sending sending(ResultSet row, int n) throws SQLException {
        String content = vault.decrypt(row.getString("content"));
        return new Sending(row.getLong("id"), row.getObject("notice_id", Long.class), content == null ? null : CodeWords.read(content),
                row.getString("account"), contacts.kept(vault.decrypt(row.getString("address"))),
                Locale.forLanguageTag(row.getString("language")), row.getString("message_id"), row.getInt("attempts"),
                row.getBoolean("expired"));
    }
}

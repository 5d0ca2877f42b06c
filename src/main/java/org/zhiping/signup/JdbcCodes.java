package org.zhiping.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Vault;

@Repository
class JdbcCodes implements Codes {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contacts contacts;

    JdbcCodes(JdbcClient jdbc, Vault vault, Contacts contacts) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contacts = contacts;
    }

    @Override
    public void add(Code code) {
        jdbc.sql("""
                        insert into contact_code (id, purpose, contact, contact_index, account, code, sent_at, expires_at)
                        values (:id, :purpose, :contact, :index, :account, :code, :sent, :expires)""")
                .param("id", code.id()).param("purpose", code.purpose().name()).param("contact", vault.encrypt(code.contact().value()))
                .param("index", contacts.index(code.contact())).param("account", code.account()).param("code", code.hash())
                .param("sent", at(code.sentAt())).param("expires", at(code.expiresAt())).update();
    }

    @Override
    public Optional<Code> open(UUID id, Instant now) {
        return jdbc.sql("select * from contact_code where id = :id and not ended and expires_at > :now")
                .param("id", id).param("now", at(now)).query(this::code).optional();
    }

    /** On its own, so that a refusal does not take it back. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Code> tryOnce(UUID id, int mostTries, Instant now) {
        return jdbc.sql("""
                        update contact_code set tries = tries + 1
                        where id = :id and not ended and expires_at > :now and tries < :most returning *""")
                .param("id", id).param("most", mostTries).param("now", at(now)).query(this::code).optional();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void right(UUID id) {
        jdbc.sql("update contact_code set tries = tries - 1 where id = :id").param("id", id).update();
    }

    @Override
    public boolean end(UUID id) {
        return jdbc.sql("update contact_code set ended = true where id = :id and not ended").param("id", id).update() == 1;
    }

    @Override
    public void replace(UUID id, String hash, Instant sentAt, Instant expiresAt) {
        jdbc.sql("update contact_code set code = :code, sent = sent + 1, sent_at = :sent, expires_at = :expires where id = :id")
                .param("id", id).param("code", hash).param("sent", at(sentAt)).param("expires", at(expiresAt)).update();
    }

    @Override
    public int sentSince(String contactIndex, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:index, 17))").param("index", contactIndex).query((row, n) -> n).list();
        return jdbc.sql("select coalesce(sum(sent), 0) from contact_code where contact_index = :index and sent_at > :since")
                .param("index", contactIndex).param("since", at(since)).query(Integer.class).single();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from contact_code where sent_at < :before").param("before", at(before)).update();
    }

    private Code code(ResultSet row, int n) throws SQLException {
        return new Code(row.getObject("id", UUID.class), Purpose.valueOf(row.getString("purpose")),
                contacts.kept(vault.decrypt(row.getString("contact"))), row.getString("account"), row.getString("code"), row.getInt("sent"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.zhiping.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

@Repository
class JdbcAccountContacts implements AccountContacts {

    private static final int DIGITS = 10;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contacts contacts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcAccountContacts(JdbcClient jdbc, Vault vault, Contacts contacts, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Digits by chance, so that no account tells how many there are or who came before. */
    @Override
    public String newId() {
        while (true) {
            StringBuilder id = new StringBuilder("u");
            random.ints(DIGITS, 0, 10).forEach(id::append);
            if (!jdbc.sql("select exists (select 1 from account where id = :id)").param("id", id.toString()).query(Boolean.class).single()) {
                return id.toString();
            }
        }
    }

    @Override
    public List<Contact> given(String phone, String email) {
        PhoneNumber number = contacts.phone(phone);
        MailAddress address = MailAddress.of(email);
        List<Contact> given = Stream.of(number == null ? null : new Contact(null, number), address == null ? null : new Contact(address, null))
                .filter(Objects::nonNull).toList();
        if (given.isEmpty()) {
            throw Refusal.invalid("phone", "contact-missing");
        }
        return given;
    }

    @Override
    public Optional<String> owner(String phoneOrEmail) {
        try {
            return owner(contacts.read(phoneOrEmail));
        } catch (Refusal neither) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> owner(Contact contact) {
        return jdbc.sql("select id from account where email_index = :index or phone_index = :index")
                .param("index", contacts.index(contact)).query(String.class).optional();
    }

    @Override
    public void reserve(String id, Contact contact) {
        write(id, contact, null);
    }

    @Override
    public void confirm(String id, Contact proven) {
        write(id, proven, OffsetDateTime.now(clock));
    }

    @Override
    public void keepOnly(String id, Contact proven) {
        removeEmail(id);
        removePhone(id);
        confirm(id, proven);
    }

    @Override
    public void replaceEmail(Account before, MailAddress email) {
        if (!Objects.equals(before.email(), email)) {
            jdbc.sql("update account set email = :email, email_index = null, email_confirmed_at = null where id = :id")
                    .param("id", before.id()).param("email", email == null ? null : vault.encrypt(email.value())).update();
        }
    }

    @Override
    public void removeEmail(String id) {
        jdbc.sql("update account set email = null, email_index = null, email_confirmed_at = null where id = :id").param("id", id).update();
    }

    @Override
    public void removePhone(String id) {
        jdbc.sql("update account set phone = null, phone_index = null, phone_confirmed_at = null where id = :id").param("id", id).update();
    }

    private void write(String id, Contact contact, OffsetDateTime confirmed) {
        String index = contacts.index(contact);
        String value = vault.encrypt(contact.value());
        String sql = contact.isPhone() ? """
                update account set phone = :value, phone_index = :index, phone_confirmed_at = :confirmed, version = version + 1
                where id = :id""" : """
                update account set email = :value, email_index = :index, email_confirmed_at = :confirmed, version = version + 1
                where id = :id""";
        try {
            jdbc.sql(sql).param("id", id).param("value", value).param("index", index).param("confirmed", confirmed).update();
        } catch (DuplicateKeyException belongsToAnother) {
            throw Refusal.conflict("contact-taken");
        }
    }
}

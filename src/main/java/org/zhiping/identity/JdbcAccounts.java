package org.zhiping.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Language;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Accounts in our own tables; every change of an account leaves a line in its record. */
@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT = """
            select id, name, employer, enabled, email, language, phone, email_confirmed_at is not null as email_confirmed, unclaimed,
                   coalesce((select string_agg(role, ',') from account_role where account = account.id), '') as roles
            from account
            """;

    /** In the place of a password's hash: no password fits it. */
    private static final String UNCLAIMED = "";

    private record Known(String id) {
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PasswordEncoder passwords;
    private final PasswordProof proof;
    private final OpenSessions sessions;
    private final SignInAccounts signIns;
    private final AccountRecord record;
    private final AccountContacts contacts;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, Vault vault, PasswordEncoder passwords, PasswordProof proof, OpenSessions sessions, SignInAccounts signIns,
                 AccountRecord record, AccountContacts contacts, Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.contacts = contacts;
        this.vault = vault;
        this.passwords = passwords;
        this.proof = proof;
        this.sessions = sessions;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(String id) {
        return OncePerTransaction.of(new Known(id), () -> jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::account).optional());
    }

    @Override
    public List<Account> withRole(Role role) {
        return jdbc.sql(SELECT + "where enabled and id in (select account from account_role where role = :role) order by id")
                .param("role", role.id()).query(this::account).list();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + "order by id").query(this::account).list();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from account)").query(Boolean.class).single();
    }

    @Override
    @Transactional
    public Account register(String id, String name, String password, String email) {
        return add(new Account(id, name, "", Set.of(Role.APPLICANT), true, MailAddress.of(email), Language.now()), password, "registered", id);
    }

    @Override
    @Transactional
    public Account create(String id, String name, String employer, Set<Role> roles, String password, String by) {
        return add(new Account(id, name, employer, Set.copyOf(roles), true), password, "created", by);
    }

    @Override
    @Transactional
    public Account preRegister(String name, String phone, String email, String by) {
        List<Contact> given = contacts.given(phone, email);
        Account account = insert(applicant(contacts.newId(), name), UNCLAIMED, "pre-registered", by);
        given.forEach(contact -> contacts.reserve(account.id(), contact));
        return lock(account.id());
    }

    @Override
    public Optional<Account> withContact(String phoneOrEmail) {
        return contacts.owner(phoneOrEmail).flatMap(this::find);
    }

    @Override
    public Optional<Account> withContact(Contact contact) {
        return contacts.owner(contact).flatMap(this::find);
    }

    @Override
    @Transactional
    public Account open(String name, String password, Contact proven) {
        Account account = add(applicant(contacts.newId(), name), password, "registered", null);
        contacts.confirm(account.id(), proven);
        return lock(account.id());
    }

    @Override
    @Transactional
    public Account claim(String id, String name, String password, Contact proven) {
        Account before = lock(id);
        if (before.claimed()) {
            throw Refusal.conflict("contact-taken");
        }
        AccountRules.check(applicant(id, name));
        jdbc.sql("update account set unclaimed = false, name = :name, language = :language where id = :id").param("id", id)
                .param("name", vault.encrypt(name)).param("language", Language.now().toLanguageTag()).update();
        contacts.keepOnly(id, proven);
        record.add(id, "claimed", Set.of(), id);
        writePassword(id, password, id);
        return lock(id);
    }

    @Override
    @Transactional
    public void confirm(String id, Contact proven) {
        lock(id);
        contacts.confirm(id, proven);
        record.add(id, "contact-confirmed", Set.of(), id);
    }

    @Override
    @Transactional
    public void removeEmail(String id) {
        lock(id);
        contacts.removeEmail(id);
        record.add(id, "contact-removed", Set.of(), id);
    }

    @Override
    @Transactional
    public void removePhone(String id) {
        lock(id);
        contacts.removePhone(id);
        record.add(id, "contact-removed", Set.of(), id);
    }

    @Override
    @Transactional
    public void speak(String id, Locale language) {
        lock(id);
        jdbc.sql("update account set language = :language, version = version + 1 where id = :id").param("id", id)
                .param("language", Language.of(language).toLanguageTag()).update();
        record.add(id, "contact-changed", Set.of(), id);
    }

    private static Account applicant(String id, String name) {
        return new Account(id, name, "", Set.of(Role.APPLICANT), true, null, Language.now());
    }

    private Account add(Account account, String password, String change, String by) {
        AccountRules.check(account);
        PasswordRules.check(account.id(), password);
        return insert(account, passwords.encode(password), change, by == null ? account.id() : by);
    }

    private Account insert(Account account, String password, String change, String by) {
        AccountRules.check(account);
        int added = jdbc.sql("""
                insert into account (id, name, employer, password, email, language, unclaimed, created_at)
                values (:id, :name, :employer, :password, :email, :language, :unclaimed, :at) on conflict do nothing
                """).param("id", account.id()).param("name", vault.encrypt(account.name())).param("email", sealed(account.email()))
                .param("language", account.language().toLanguageTag()).param("employer", account.employer())
                .param("password", password).param("unclaimed", password.equals(UNCLAIMED)).param("at", now()).update();
        if (added == 0) {
            throw Refusal.conflict("account-taken", account.id());
        }
        OncePerTransaction.forget(new Known(account.id()));
        writeRoles(account.id(), account.roles());
        record.add(account.id(), change, account.roles(), by);
        return account;
    }

    @Override
    @Transactional
    public void grant(String id, Set<Role> roles, String by) {
        Account before = lock(id);
        if (before.roles().equals(roles)) {
            return;
        }
        if (id.equals(by)) {
            throw Refusal.forbidden("own-roles");
        }
        AccountRules.check(new Account(id, before.name(), before.employer(), roles, before.enabled()));
        jdbc.sql("delete from account_role where account = :id").param("id", id).update();
        writeRoles(id, roles);
        record.add(id, "granted", roles, by);
        keepAnAdministrator();
        sessions.endAfterCommit(id);
    }

    @Override
    @Transactional
    public void enable(String id, boolean enabled, String by) {
        if (lock(id).enabled() == enabled) {
            return;
        }
        if (id.equals(by)) {
            throw Refusal.forbidden("own-roles");
        }
        jdbc.sql("update account set enabled = :enabled, version = version + 1 where id = :id")
                .param("enabled", enabled).param("id", id).update();
        record.add(id, enabled ? "enabled" : "disabled", Set.of(), by);
        keepAnAdministrator();
        sessions.endAfterCommit(id);
    }

    @Override
    @Transactional
    public void reach(String id, String email, Locale language, String by) {
        Account before = lock(id);
        contacts.replaceEmail(before, MailAddress.of(email));
        jdbc.sql("update account set language = :language, version = version + 1 where id = :id").param("id", id)
                .param("language", Language.of(language).toLanguageTag()).update();
        record.add(id, "contact-changed", Set.of(), by);
    }

    @Override
    @Transactional
    public void documented(String id, boolean recorded, String by) {
        lock(id);
        record.add(id, recorded ? "document-recorded" : "document-removed", Set.of(), by);
    }

    @Override
    @Transactional
    public void changePassword(String id, String present, String password) {
        lock(id);
        proof.require(id, "present", present);
        writePassword(id, password, id);
        sessions.endAfterCommit(id);
    }

    @Override
    @Transactional
    public void resetPassword(String id, String password, String by) {
        lock(id);
        writePassword(id, password, by);
        sessions.endAfterCommit(id);
    }

    @Override
    public List<AccountChange> changes(String id) {
        return record.of(id);
    }

    /** Whoever locks an account is about to change it. */
    private Account lock(String id) {
        OncePerTransaction.forget(new Known(id));
        signIns.forgetAfterCommit(id);
        return jdbc.sql(SELECT + "where id = :id for update").param("id", id).query(this::account).optional()
                .orElseThrow(() -> Refusal.notFound("account-unknown", id));
    }

    private void writePassword(String id, String password, String by) {
        PasswordRules.check(id, password);
        jdbc.sql("update account set password = :password, version = version + 1 where id = :id")
                .param("password", passwords.encode(password)).param("id", id).update();
        record.add(id, "password-changed", Set.of(), by);
    }

    private void writeRoles(String id, Set<Role> roles) {
        roles.forEach(role -> jdbc.sql("insert into account_role (account, role) values (:id, :role)")
                .param("id", id).param("role", role.id()).update());
        jdbc.sql("update account set version = version + 1 where id = :id").param("id", id).update();
    }

    private void keepAnAdministrator() {
        if (withRole(Role.ADMINISTRATOR).isEmpty() && record.knowsAnAdministrator()) {
            throw Refusal.conflict("last-administrator");
        }
    }

    private Account account(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getString("roles").split(",")).flatMap(id -> Role.of(id).stream()).forEach(roles::add);
        return new Account(row.getString("id"), vault.decrypt(row.getString("name")), row.getString("employer"), roles,
                row.getBoolean("enabled"), opened(row.getString("email")), Locale.forLanguageTag(row.getString("language")),
                phone(row.getString("phone")), row.getBoolean("email_confirmed"), !row.getBoolean("unclaimed"));
    }

    private String sealed(MailAddress email) {
        return email == null ? null : vault.encrypt(email.value());
    }

    private MailAddress opened(String sealed) {
        return sealed == null ? null : new MailAddress(vault.decrypt(sealed));
    }

    private PhoneNumber phone(String sealed) {
        return sealed == null ? null : new PhoneNumber(vault.decrypt(sealed));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

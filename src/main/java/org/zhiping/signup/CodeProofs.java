package org.zhiping.signup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Contact;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Refusal;
import org.zhiping.signup.CodeDesk.Answer;
import org.zhiping.signup.ContactTold.News;

@Component
class CodeProofs implements Proofs {

    private final CodeDesk desk;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Channels channels;
    private final TransactionTemplate transaction;

    CodeProofs(CodeDesk desk, Accounts accounts, Contacts contacts, Channels channels, TransactionTemplate transaction) {
        this.desk = desk;
        this.accounts = accounts;
        this.contacts = contacts;
        this.channels = channels;
        this.transaction = transaction;
    }

    @Override
    @Transactional
    public UUID forSignUp(String contact, String client) {
        return send(Purpose.SIGN_UP, read(contact), null, client);
    }

    @Override
    @Transactional
    public UUID forPassword(String contact, String client) {
        return send(Purpose.PASSWORD, read(contact), null, client);
    }

    @Override
    @Transactional
    public UUID forContact(String account, String contact, String client) {
        return send(Purpose.CONTACT, read(contact), account, client);
    }

    private UUID send(Purpose purpose, Contact contact, String account, String client) {
        return desk.send(purpose, contact, account, answer(purpose, contact, account), client);
    }

    @Override
    public Proof find(UUID id) {
        Code code = open(id);
        return new Proof(id, code.purpose(), code.contact().masked(), code.contact().isPhone(), code.expiresAt());
    }

    @Override
    @Transactional
    public void again(UUID id, String client) {
        Code code = open(id);
        desk.again(code, answer(code.purpose(), code.contact(), code.account()), client);
    }

    @Override
    public Account signUp(UUID id, String code, String name, String password, boolean sureOfName) {
        Code proven = desk.check(id, Purpose.SIGN_UP, code);
        return transaction.execute(status -> signUp(proven, name, password, sureOfName));
    }

    private Account signUp(Code proven, String name, String password, boolean sureOfName) {
        desk.use(proven);
        Optional<Account> made = owner(proven.contact());
        if (made.isEmpty()) {
            return accounts.open(name, password, proven.contact());
        }
        if (!made.get().name().equals(name) && !sureOfName) {
            throw Refusal.conflict("name-differs", made.get().name());
        }
        return accounts.claim(made.get().id(), name, password, proven.contact());
    }

    @Override
    public Account setPassword(UUID id, String code, String password) {
        Code proven = desk.check(id, Purpose.PASSWORD, code);
        return transaction.execute(status -> setPassword(proven, password));
    }

    private Account setPassword(Code proven, String password) {
        desk.use(proven);
        Account account = owner(proven.contact()).filter(Account::claimed).orElseThrow(() -> Refusal.invalid("code", "code-over"));
        accounts.resetPassword(account.id(), password, account.id());
        return account;
    }

    @Override
    public void confirm(String account, UUID id, String code) {
        Code proven = desk.check(id, Purpose.CONTACT, code);
        if (!account.equals(proven.account())) {
            throw Refusal.invalid("code", "code-over");
        }
        transaction.executeWithoutResult(status -> {
            desk.use(proven);
            accounts.confirm(account, proven.contact());
        });
    }

    private Answer answer(Purpose purpose, Contact contact, String asking) {
        Optional<Account> owner = owner(contact);
        String claimed = owner.filter(Account::claimed).map(Account::id).orElse("");
        return switch (purpose) {
            case SIGN_UP -> new Answer(claimed, claimed.isEmpty() ? News.SIGN_UP : News.HAS_ACCOUNT);
            case PASSWORD -> new Answer(claimed, owner.filter(Account::enabled).isEmpty() || claimed.isEmpty() ? News.NO_ACCOUNT : News.PASSWORD);
            case CONTACT -> new Answer(asking, News.CONTACT);
        };
    }

    private Optional<Account> owner(Contact contact) {
        return accounts.withContact(contact);
    }

    private Code open(UUID id) {
        return desk.open(id).orElseThrow(() -> Refusal.notFound("code-over"));
    }

    private Contact read(String typed) {
        Contact contact = contacts.read(typed);
        if (contact.isPhone() ? !channels.sms() : !channels.mail()) {
            throw Refusal.invalid("contact", contact.isPhone() ? "phone-not-open" : "mail-not-open");
        }
        return contact;
    }
}

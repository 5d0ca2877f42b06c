package org.zhiping.signup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Contact;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Refusal.Kind;
import org.zhiping.platform.Vault;
import org.zhiping.signup.ContactTold.News;

/** Makes codes, sends them and checks what is typed. */
@Component
class CodeDesk {

    static final Duration VALID = Duration.ofMinutes(10);
    static final Duration BETWEEN = Duration.ofMinutes(1);
    static final int MOST_TRIES = 5;
    static final int MOST_SENT = 3;
    private static final Duration KEPT = Duration.ofDays(2);

    private final Codes codes;
    private final CodeLimits limits;
    private final Contacts contacts;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeDesk(Codes codes, CodeLimits limits, Contacts contacts, Vault vault, ApplicationEventPublisher events, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.contacts = contacts;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
    }

    /** What the contact is told where no code would be right. */
    record Answer(String account, News news) {

        boolean hasCode() {
            return news != News.HAS_ACCOUNT && news != News.NO_ACCOUNT;
        }
    }

    /** @param asking account of the person who is signed in, or null */
    UUID send(Purpose purpose, Contact contact, String asking, Answer answer, String client) {
        Instant now = clock.instant();
        codes.forget(now.minus(KEPT));
        limits.check(client, contacts.index(contact), now);
        UUID id = UUID.randomUUID();
        codes.add(new Code(id, purpose, contact, asking, tell(id, contact, answer), 1, now, now.plus(VALID)));
        return id;
    }

    void again(Code code, Answer answer, String client) {
        Instant now = clock.instant();
        if (code.sent() >= MOST_SENT) {
            throw new Refusal(Kind.TOO_MANY, List.of(new Fault("", "code-sent-often")));
        }
        if (code.sentAt().plus(BETWEEN).isAfter(now)) {
            throw new Refusal(Kind.TOO_MANY, List.of(new Fault("", "code-sent-just-now")));
        }
        limits.check(client, contacts.index(code.contact()), now);
        codes.replace(code.id(), tell(code.id(), code.contact(), answer), now, now.plus(VALID));
    }

    /** @return the hash of what was sent; where none was, one that nothing fits */
    private String tell(UUID id, Contact contact, Answer answer) {
        String code = String.format("%06d", random.nextInt(1_000_000));
        events.publishEvent(new ContactTold(contact, answer.account(), answer.news(), answer.hasCode() ? code : "", Language.now(), VALID));
        return answer.hasCode() ? hash(id, code) : hash(UUID.randomUUID(), code);
    }

    Optional<Code> open(UUID id) {
        return codes.open(id, clock.instant());
    }

    /** @throws Refusal (INVALID) at {@code code}; each wrong one counts, whatever comes after */
    Code check(UUID id, Purpose purpose, String typed) {
        Code code = codes.tryOnce(id, MOST_TRIES, clock.instant()).filter(found -> found.purpose() == purpose)
                .orElseThrow(() -> Refusal.invalid("code", "code-over"));
        byte[] hash = hash(id, digits(typed)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(hash, code.hash().getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.invalid("code", "code-wrong");
        }
        codes.right(id);
        return code;
    }

    /** In the transaction of what it was good for. */
    void use(Code code) {
        if (!codes.end(code.id())) {
            throw Refusal.invalid("code", "code-over");
        }
    }

    /** A person may type them in full width, or with a space in the middle. */
    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        (typed == null ? "" : typed).codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }

    private String hash(UUID id, String code) {
        return vault.fingerprint("code:" + id + ":" + code);
    }
}

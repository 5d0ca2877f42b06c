package org.zhiping.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;

/**
 * Whose account a person means who types a mail address or a phone number. All ways to write one are the same name, so that wrong
 * passwords are counted together. An owner is remembered for some seconds, for HTTP Basic asks with every request.
 */
@Component
class SignInNames {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9._-]*");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    /** No account, mail address or number is as long; what is typed in the place of one may have megabytes. */
    private static final int LONGEST = 320;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Contacts contacts;
    private final AccountContacts owners;
    private final Cache<String, String> kept = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    SignInNames(Contacts contacts, AccountContacts owners) {
        this.contacts = contacts;
        this.owners = owners;
    }

    /** The account's id; what is no contact of anybody stays as it was typed, where that can be an account, or in its one way to write it. */
    String account(String typed) {
        if (typed.length() > LONGEST) {
            return typed.substring(0, LONGEST);
        }
        if (WORD.matcher(typed).matches()) {
            return typed;
        }
        try {
            Contact contact = contacts.read(typed);
            String elsewhere = ID.matcher(typed).matches() ? typed : contact.normal();
            return owner(contact).orElse(elsewhere);
        } catch (Refusal noContact) {
            return typed;
        }
    }

    private Optional<String> owner(Contact contact) {
        return Optional.ofNullable(kept.get(contacts.index(contact), index -> owners.owner(contact).orElse(null)));
    }
}

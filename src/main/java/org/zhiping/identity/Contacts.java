package org.zhiping.identity;

import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Reads what people type as a mail address or a phone number. */
@Component
public class Contacts {

    private final PhoneRegions regions;
    private final Vault vault;

    Contacts(PhoneRegions regions, Vault vault) {
        this.regions = regions;
        this.vault = vault;
    }

    /** @throws Refusal (INVALID) at the field {@code contact} when it is neither, or blank */
    public Contact read(String typed) {
        if (typed == null || typed.isBlank()) {
            throw Refusal.invalid("contact", "contact-missing");
        }
        boolean mail = typed.indexOf('@') >= 0 || typed.indexOf('＠') >= 0;
        try {
            return mail ? new Contact(MailAddress.of(typed), null) : new Contact(null, phone(typed));
        } catch (Refusal refusal) {
            throw Refusal.invalid("contact", refusal.faults().get(0).code(), refusal.faults().get(0).args());
        }
    }

    /** @return null for a blank text. @throws Refusal (INVALID) at the field {@code phone} */
    public PhoneNumber phone(String typed) {
        return PhoneNumber.of(typed, regions);
    }

    /** One that was read before, from {@link Contact#value}; the regions may have changed since. */
    public Contact kept(String value) {
        return value.startsWith("+") && value.indexOf('@') < 0 ? new Contact(null, new PhoneNumber(value)) : new Contact(new MailAddress(value), null);
    }

    /** Finds a contact in the database without reading it. */
    public String index(Contact contact) {
        return vault.fingerprint("contact:" + contact.normal());
    }
}

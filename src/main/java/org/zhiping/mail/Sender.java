package org.zhiping.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.identity.MailAddress;
import org.zhiping.platform.Institution;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Refusal;

/** Who the mails come from, and where answers go. */
@Component
class Sender {

    private final Institution institution;
    private final String address;

    Sender(MailSettings settings, Institution institution, PublicAddress site) {
        this.institution = institution;
        this.address = settings.from().isBlank() ? "zhiping@" + site.of("/").getHost() : MailAddress.of(settings.from()).ascii();
    }

    String address() {
        return address;
    }

    String name(Locale language) {
        return institution.name(language);
    }

    /** The contact as the institution wrote it; may be empty. */
    String contact() {
        return institution.contact();
    }

    /** The contact, where it is a mail address. */
    Optional<String> answersTo() {
        try {
            return Optional.ofNullable(MailAddress.of(institution.contact())).map(MailAddress::ascii);
        } catch (Refusal notAnAddress) {
            return Optional.empty();
        }
    }

    /** Made when a mail is queued and kept with it; the moment tells it from mails of an earlier database. */
    String messageId(String about, Instant queued) {
        return "<" + about + "." + Long.toString(queued.toEpochMilli(), 36) + address.substring(address.lastIndexOf('@')) + ">";
    }
}

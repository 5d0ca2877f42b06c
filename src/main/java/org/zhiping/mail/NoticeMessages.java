package org.zhiping.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Contact;
import org.zhiping.notice.NoticeTold;
import org.zhiping.notice.PersonNotices;
import org.zhiping.signup.Channels;
import org.zhiping.signup.ContactTold;

/**
 * Queues the message of a notice or a code, in the transaction that told it, where there is a way to send it. Of many tasks that come due
 * together, as after a day off, the first few have a message each and one more says where the others are; the inbox has them all.
 */
@Component
class NoticeMessages {

    private static final Set<String> DUE = Set.of("staff-reminder", "staff-overdue", "staff-escalated-overdue");
    private static final int MOST_AN_HOUR = 5;

    private final Channels channels;
    private final Routing routing;
    private final Accounts accounts;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final PersonNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeMessages(Channels channels, Routing routing, Accounts accounts, NoticeChoices choices, Outbox outbox, PersonNotices notices,
                   ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.notices = notices;
        this.clock = clock;
        this.channels = channels;
        this.routing = routing;
        this.accounts = accounts;
        this.choices = choices;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeTold notice) {
        if (channels.mail() || channels.sms()) {
            Routing.Ways ways = routing.of(notice);
            if ((ways.mail() || ways.sms() || ways.mailOptional() || ways.smsOptional()) && !waitsForDigest(notice, ways)) {
                accounts.find(notice.account()).flatMap(account -> way(account, notice.kind(), ways).map(to -> new Post(account, to)))
                        .ifPresent(post -> queue(notice, post.account(), post.to()));
            }
        }
    }

    private record Post(Account account, Contact to) {
    }

    private boolean waitsForDigest(NoticeTold notice, Routing.Ways ways) {
        return notice.forStaff() && !ways.urgent() && choices.daily(notice.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContactTold told) {
        outbox.add(told);
    }

    private void queue(NoticeTold notice, Account account, Contact to) {
        if (DUE.contains(notice.kind())) {
            Instant now = clock.instant();
            if (outbox.since(account.id(), DUE, now.minus(Duration.ofHours(1)), MOST_AN_HOUR) >= MOST_AN_HOUR) {
                notices.tell(account.id(), "staff-many-due", "many-due:" + now.truncatedTo(ChronoUnit.HOURS), Map.of());
                return;
            }
        }
        outbox.add(notice.id(), account, to);
        events.publishEvent(new MessageQueued(notice.id(), to.email() != null));
    }

    /** One way only: mail, or else a short message to a number that its owner has confirmed. */
    private Optional<Contact> way(Account account, String kind, Routing.Ways ways) {
        Optional<Contact> mail = account.mailsGoTo().filter(address -> channels.mail()).map(address -> new Contact(address, null));
        if (mail.isPresent()) {
            return mail.filter(address -> wanted(account, kind, ways, Channel.MAIL));
        }
        return account.shortMessagesGoTo().filter(number -> channels.sms()).map(number -> new Contact(null, number))
                .filter(number -> wanted(account, kind, ways, Channel.SMS));
    }

    private boolean wanted(Account account, String kind, Routing.Ways ways, Channel channel) {
        return ways.optional(channel) ? choices.wanted(account.id(), kind, channel).orElse(ways.by(channel)) : ways.by(channel);
    }
}

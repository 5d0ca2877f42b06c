package org.zhiping.mail;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Contact;
import org.zhiping.notice.NoticeTold;
import org.zhiping.signup.Channels;
import org.zhiping.signup.ContactTold;

/** Queues the message of a notice or a code, in the transaction that told it, where there is a way to send it. */
@Component
class NoticeMessages {

    private final Channels channels;
    private final Routing routing;
    private final Accounts accounts;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    NoticeMessages(Channels channels, Routing routing, Accounts accounts, NoticeChoices choices, Outbox outbox, ApplicationEventPublisher events) {
        this.events = events;
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

package org.zhiping.mail;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.NoticeTold;

/** Queues a mail for a notice, in the transaction that told it, where there is a server and the person wants mail. */
@Component
class NoticeMails {

    private final boolean server;
    private final Routing routing;
    private final Accounts accounts;
    private final Outbox outbox;

    NoticeMails(Optional<JavaMailSender> server, Routing routing, Accounts accounts, Outbox outbox) {
        this.server = server.isPresent();
        this.routing = routing;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticeTold notice) {
        if (server && routing.mails(notice)) {
            accounts.find(notice.account()).filter(Account::enabled).filter(account -> account.email() != null)
                    .ifPresent(account -> outbox.add(notice.id(), account));
        }
    }
}

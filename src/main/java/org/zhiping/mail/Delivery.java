package org.zhiping.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends what is queued, a few messages at a time, on threads of its own: however slow a server is, no case waits for it. */
@Component
class Delivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int FAREWELL_SECONDS = 10;

    private final Outbox outbox;
    private final Map<Channel, Carrier> carriers;
    private final MailSettings settings;
    private final Semaphore free;
    private volatile Run run;

    /** From a start to a stop. */
    private record Run(Thread queue, ExecutorService senders, CountDownLatch stopping) {
    }

    /** Only those that have a server take part. */
    Delivery(Outbox outbox, List<Carrier> carriers, MailSettings settings) {
        this.outbox = outbox;
        this.carriers = carriers.stream().filter(Carrier::hasServer).collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.settings = settings;
        this.free = new Semaphore(settings.senders());
    }

    @Override
    public void start() {
        if (!carriers.isEmpty()) {
            ExecutorService senders = Executors.newFixedThreadPool(settings.senders(), task -> new Thread(task, "mail"));
            CountDownLatch stopping = new CountDownLatch(1);
            run = new Run(new Thread(() -> handOut(senders, stopping), "mail-queue"), senders, stopping);
            run.queue().start();
        }
    }

    /** Takes a mail only when somebody is free to send it, so that no more are under way than there are senders. */
    private void handOut(ExecutorService senders, CountDownLatch stopping) {
        long pause = settings.poll().toMillis();
        try {
            while (stopping.getCount() > 0) {
                if (free.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    Optional<Sending> mail = take();
                    if (mail.isPresent()) {
                        senders.execute(() -> send(mail.get()));
                    } else {
                        free.release();
                        stopping.await(pause, TimeUnit.MILLISECONDS);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Sending> take() {
        try {
            return outbox.take(carriers.keySet(), settings.lease());
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("The mail queue cannot be read: {}", later.getMessage());
            return Optional.empty();
        }
    }

    private void send(Sending mail) {
        try {
            record(mail, attempt(mail));
        } catch (DataAccessException | TransactionException unrecorded) {
            LOG.warn("What became of mail {} is not recorded, it will be sent again: {}", mail.messageId(), unrecorded.getMessage());
        } finally {
            free.release();
        }
    }

    private Outcome attempt(Sending mail) {
        if (mail.expired()) {
            return Outcome.EXPIRED;
        }
        return mail.attempts() > settings.maxAttempts() ? Outcome.LOST : carriers.get(mail.channel()).carry(mail);
    }

    private void record(Sending mail, Outcome outcome) {
        if (outcome.accepted()) {
            outbox.sent(mail);
        } else if (outcome.finalRefusal() || mail.attempts() >= settings.maxAttempts()) {
            LOG.warn("Mail {} is given up after {} attempts: {}", mail.messageId(), mail.attempts(), outcome.cause());
            outbox.giveUp(mail, outcome.cause(), outcome.maybeArrived());
        } else {
            double chance = ThreadLocalRandom.current().nextDouble();
            outbox.retry(mail, settings.retryAfter(mail.attempts(), chance), outcome.cause(), outcome.maybeArrived());
        }
    }

    /** What is under way may end; what does not in time is sent again after the next start, marked as possibly repeated. */
    @Override
    public void stop() {
        run.stopping().countDown();
        try {
            run.queue().join();
            run.senders().shutdown();
            run.senders().awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }
}

package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.zhiping.identity.Contact;
import org.zhiping.identity.MailAddress;
import org.zhiping.platform.Language;

/** How many mails are under way, and what happens to them when the product stops or its database is away. */
class SendersTest {

    private static final int SENDERS = 3;
    private static final MailSettings SETTINGS = new MailSettings("", SENDERS, 5, Duration.ofSeconds(1), Duration.ofSeconds(1),
            Duration.ofMinutes(1), Duration.ofMillis(5));

    private final Outbox outbox = mock(Outbox.class);
    private final Carrier carrier = mock(Carrier.class);
    private final AtomicInteger taken = new AtomicInteger();
    private Delivery delivery;

    private static Sending mail(int number, int attempts) {
        return new Sending(number, (long) number, null, "zhang", new Contact(new MailAddress("zhang@example.com"), null), Language.CHINESE,
                "<notice-" + number + "@example.com>", attempts, false);
    }

    private void aServerThat(CountDownLatch answers) {
        when(carrier.hasServer()).thenReturn(true);
        when(carrier.channel()).thenReturn(Channel.MAIL);
        delivery = new Delivery(outbox, List.of(carrier), SETTINGS);
        when(carrier.carry(any())).thenAnswer(call -> {
            answers.await();
            return Outcome.ACCEPTED;
        });
    }

    @Test
    void noMoreAreTakenThanCanBeSentAndAStopLetsThemEnd() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        aServerThat(answers);
        when(outbox.take(any(), any())).thenAnswer(call -> Optional.of(mail(taken.incrementAndGet(), 1)));
        delivery.start();
        verify(carrier, timeout(60_000).times(SENDERS)).carry(any());
        assertThat(taken).hasValue(SENDERS);

        Thread stop = new Thread(delivery::stop);
        stop.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        answers.countDown();
        stop.join();
        assertThat(delivery.isRunning()).isFalse();
        assertThat(taken).hasValue(SENDERS);
        verify(outbox, times(SENDERS)).sent(any());
    }

    @Test
    void aDatabaseThatIsAwayForAMomentIsAskedAgain() {
        aServerThat(new CountDownLatch(0));
        when(outbox.take(any(), any())).thenThrow(new DataAccessResourceFailureException("away")).thenReturn(Optional.of(mail(1, 1))).thenReturn(Optional.empty());
        delivery.start();
        verify(outbox, timeout(60_000)).sent(mail(1, 1));
        delivery.stop();
    }

    @Test
    void aMailThatEndsEverySenderIsGivenUp() {
        aServerThat(new CountDownLatch(0));
        when(outbox.take(any(), any())).thenReturn(Optional.of(mail(1, SETTINGS.maxAttempts() + 1))).thenReturn(Optional.empty());
        delivery.start();
        verify(outbox, timeout(60_000)).giveUp(any(), any(), anyBoolean());
        delivery.stop();
        verify(carrier, never()).carry(any());
    }

    @Test
    void withoutAServerNothingRuns() {
        delivery = new Delivery(outbox, List.of(carrier), SETTINGS);
        delivery.start();
        assertThat(delivery.isRunning()).isFalse();
    }
}

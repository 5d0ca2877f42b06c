package org.zhiping.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code zhiping.mail.*}; the server is {@code spring.mail.*}, and without one nothing is queued.
 *
 * @param from         address of the sender; {@code zhiping@} and the host of the public address when empty
 * @param senders      mails under way at the same time, 1 or more
 * @param maxAttempts  attempts before a mail is dead; 80 are more than two days with the other defaults
 * @param firstRetry   wait after the first failed attempt; doubled after each, less up to half of it at random
 * @param longestRetry most that is waited
 * @param lease        after this a mail under way counts as lost with its sender; longer than a whole attempt may take
 * @param poll         how often the queue is looked at while it is empty
 */
@ConfigurationProperties("zhiping.mail")
record MailSettings(@DefaultValue("") String from, @DefaultValue("4") int senders, @DefaultValue("80") int maxAttempts,
                    @DefaultValue("30s") Duration firstRetry, @DefaultValue("1h") Duration longestRetry,
                    @DefaultValue("5m") Duration lease, @DefaultValue("1s") Duration poll) {

    /** @param attempt from 1; @param chance from 0 to 1 */
    Duration retryAfter(int attempt, double chance) {
        double doubled = firstRetry.toMillis() * Math.pow(2, attempt - 1);
        return Duration.ofMillis((long) (Math.min(doubled, longestRetry.toMillis()) * (1 - chance / 2)));
    }
}

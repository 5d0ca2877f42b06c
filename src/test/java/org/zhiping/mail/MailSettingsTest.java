package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    private final MailSettings settings = new MailSettings("", 4, 80, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofSeconds(1));

    @Test
    void theWaitDoublesUpToTheLongestAndIsSpread() {
        assertThat(settings.retryAfter(1, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.retryAfter(3, 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.retryAfter(3, 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.retryAfter(8, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.retryAfter(80, 0)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aServerMayBeDownForTwoDays() {
        long seconds = IntStream.range(1, settings.maxAttempts()).mapToLong(attempt -> settings.retryAfter(attempt, 0.5).toSeconds()).sum();
        assertThat(Duration.ofSeconds(seconds)).isGreaterThan(Duration.ofDays(2));
    }
}

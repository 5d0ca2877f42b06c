package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void aSubscriberWithManyAddressesIsOneClient() {
        for (int i = 0; i < 200; i++) {
            throttle.failed("person-" + i, "2001:db8:1:2::" + Integer.toHexString(i));
        }
        assertThat(throttle.closed("anybody", "2001:db8:1:2:ffff::1")).isTrue();
        assertThat(throttle.closed("anybody", "2001:db8:1:3::1")).isFalse();
    }

    @Test
    void ofANameWithoutEndOnlyTheBeginningIsRemembered() {
        for (int i = 0; i < 10; i++) {
            throttle.failed("a".repeat(1_000_000) + i, "192.0.2.1");
        }
        assertThat(throttle.closed("a".repeat(400), "192.0.2.1")).isTrue();
        assertThat(throttle.closed("a", "192.0.2.1")).isFalse();
    }
}

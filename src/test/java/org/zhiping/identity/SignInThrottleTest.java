package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;

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
    void ofANameWithoutEndOnlyTheBeginningIsRead() {
        assertThat(new SignInNames(null, null).account("a".repeat(1_000_000))).hasSize(320);
    }

    @Test
    void passwordsThatAreTriedAtTheSameTimeCountToo() {
        SignInAccounts accounts = mock(SignInAccounts.class);
        when(accounts.find("somebody")).thenReturn(User.withUsername("somebody").password("stored").roles("evaluator").build());
        PasswordEncoder meanwhile = mock(PasswordEncoder.class);
        when(meanwhile.matches(any(), any())).thenAnswer(check -> {
            for (int i = 0; i < 10; i++) {
                throttle.failed("somebody", "here");
            }
            return true;
        });
        SignIn signIn = new SignIn(accounts, new SignInNames(null, null), meanwhile, throttle);
        assertThatThrownBy(() -> signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("somebody", "right-at-last")))
                .isInstanceOf(LockedException.class);
    }
}

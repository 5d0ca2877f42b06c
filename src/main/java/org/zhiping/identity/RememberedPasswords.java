package org.zhiping.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Slow hashes, checked once in a while: HTTP Basic sends the password with every request, so a check that went well is
 * remembered for some minutes, as a keyed hash of the password and the stored hash: a changed password does not fit it any
 * more. A password that was just set need not be checked at all. Whether an account is enabled is not asked here.
 */
class RememberedPasswords implements PasswordEncoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> good = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    RememberedPasswords(PasswordEncoder slow) {
        this.slow = slow;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public String encode(CharSequence password) {
        String stored = slow.encode(password);
        good.put(digest(stored + '\n' + password), true);
        return stored;
    }

    @Override
    public boolean matches(CharSequence password, String stored) {
        String pair = digest(stored + '\n' + password);
        if (good.getIfPresent(pair) != null) {
            return true;
        }
        boolean matches = slow.matches(password, stored);
        if (matches) {
            good.put(pair, true);
        }
        return matches;
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

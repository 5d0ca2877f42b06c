package org.zhiping.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.zhiping.platform.Refusal;

/** A password is long and hard to guess; what characters it has is the person's own affair. */
final class PasswordRules {

    private static final int SHORTEST = 10;
    private static final int MOST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> GUESSED_FIRST = List.of("password", "passw0rd", "p@ssw0rd", "p@ssword", "qwertyuiop",
            "1qaz2wsx", "1q2w3e4r", "qwer1234", "abcd1234", "abc12345", "asdfghjk", "zhiping", "woaini", "iloveyou", "admin123",
            "12345678", "87654321", "11223344", "123123123", "5201314");

    private PasswordRules() {
    }

    static void check(String account, String password) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.invalid("password", "password-short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid("password", "password-long", MOST_BYTES);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(account) || lower.chars().distinct().count() < FEWEST_DIFFERENT
                || GUESSED_FIRST.stream().anyMatch(guess -> lower.contains(guess) && lower.length() < guess.length() + 5)) {
            throw Refusal.invalid("password", "password-weak");
        }
    }
}

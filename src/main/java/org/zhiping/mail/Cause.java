package org.zhiping.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an attempt failed: in the server's words where it said any, without the address, the number and the code. */
final class Cause {

    private static final int LONGEST = 500;

    private Cause() {
    }

    static String of(Exception failed, Sending message) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return of(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage(), message);
    }

    static String of(String words, Sending message) {
        String masked = message.to().isPhone() ? without(without(words, message.to().value(), message), message.to().phone().national(), message)
                : without(words, message.to().email().ascii(), message);
        if (message.code() != null && !message.code().code().isEmpty()) {
            masked = masked.replace(message.code().code(), "******");
        }
        String line = Letters.oneLine(masked);
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    private static String without(String words, String secret, Sending message) {
        return words.replaceAll("(?i)" + Pattern.quote(secret), Matcher.quoteReplacement(message.to().masked()));
    }
}

package org.zhiping.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;

/** Compares names as people write them: spaces, width, capitals and the many forms of the name dot do not matter. */
final class HolderName {

    private HolderName() {
    }

    static boolean same(String held, String asked) {
        return MessageDigest.isEqual(plain(held).getBytes(StandardCharsets.UTF_8), plain(asked).getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "")
                .replaceAll("[.•・‧∙⋅]", "·").toUpperCase(Locale.ROOT);
    }
}

package org.zhiping.casework;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/**
 * Names of employers as people type them. Width, spaces, brackets and case are no difference, and 有限责任公司 is the same form as
 * 有限公司 (公司法 allows either word). Nothing else is cut off: 某传媒 need not be 某传媒有限公司.
 */
final class Employers {

    private Employers() {
    }

    static boolean same(String one, Collection<String> others) {
        String plain = plain(one);
        return !plain.isEmpty() && others.stream().anyMatch(other -> plain.equals(plain(other)));
    }

    private static String plain(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}()\\[\\]〔〕【】·.,，。]", "")
                .replace("有限责任公司", "有限公司").toLowerCase(Locale.ROOT);
    }
}

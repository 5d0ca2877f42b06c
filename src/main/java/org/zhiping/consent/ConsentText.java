package org.zhiping.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiping.platform.Language;

/**
 * What people agree to, in the institution's words.
 *
 * @param version as the institution names it, such as 2026-11
 * @param hash    SHA-256 of the text in all languages, hexadecimal
 * @param words   by language, then by purpose
 */
public record ConsentText(String version, String hash, Map<Locale, Map<Purpose, String>> words) {

    /** Paragraphs stand between blank lines; a heading begins with {@code # }. */
    public record Paragraph(boolean heading, String text) {
    }

    public List<Paragraph> paragraphs(Purpose purpose, Locale language) {
        return Arrays.stream(words.get(Language.of(language)).get(purpose).strip().split("\\R\\s*\\R"))
                .map(part -> part.startsWith("# ") ? new Paragraph(true, part.substring(2).strip()) : new Paragraph(false, part.strip())).toList();
    }
}

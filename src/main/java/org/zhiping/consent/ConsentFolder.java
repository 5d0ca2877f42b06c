package org.zhiping.consent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Language;
import org.zhiping.platform.Sha256;

/**
 * The text in force: the folder that {@code zhiping.consent.folder} names, else the sample's. It holds {@code version.txt} and, for
 * each language, {@code general.<language>.txt} and {@code sensitive.<language>.txt} in UTF-8; {@code {institution}} and
 * {@code {contact}} stand for the institution's own. A file that is missing or empty stops the start.
 */
@Component
class ConsentFolder {

    private static final int LONGEST_VERSION = 40;

    private final String folder;
    private final ConsentText text;

    ConsentFolder(@Value("${zhiping.consent.folder:}") String folder, Institution institution) {
        this.folder = folder;
        String version = file("version.txt").strip();
        if (version.length() > LONGEST_VERSION) {
            throw new IllegalArgumentException("The consent's version.txt has more than " + LONGEST_VERSION + " characters");
        }
        MessageDigest hash = Sha256.digest();
        Map<Locale, Map<Purpose, String>> words = new LinkedHashMap<>();
        for (Locale language : Language.ALL) {
            Map<Purpose, String> said = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                String raw = file(purpose.name().toLowerCase(Locale.ROOT) + "." + language.toLanguageTag() + ".txt");
                String filled = raw.replace("{institution}", institution.name(language)).replace("{contact}", institution.contact());
                hash.update(filled.getBytes(StandardCharsets.UTF_8));
                said.put(purpose, filled);
            }
            words.put(language, said);
        }
        this.text = new ConsentText(version, HexFormat.of().formatHex(hash.digest()), words);
    }

    ConsentText text() {
        return text;
    }

    private String file(String name) {
        try {
            String read = folder.isBlank() ? shipped(name) : Files.readString(Path.of(folder, name));
            if (read.isBlank()) {
                throw new IllegalArgumentException("The consent's " + name + " is empty");
            }
            return read;
        } catch (IOException missing) {
            throw new IllegalArgumentException("The consent's " + name + " cannot be read in " + (folder.isBlank() ? "the product" : folder), missing);
        }
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = ConsentFolder.class.getResourceAsStream("/consent/" + name)) {
            if (in == null) {
                throw new IOException("not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

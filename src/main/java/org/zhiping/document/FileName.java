package org.zhiping.document;

import java.text.Normalizer;
import java.util.Locale;
import org.zhiping.platform.Refusal;

/** The name of an uploaded file: its last segment, without characters that a shell, a header or a page could trip over. */
record FileName(String value) {

    /** As many as the file systems of computers and phones take. */
    private static final int LONGEST = 255;

    static FileName of(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        for (String segment : name.split("/", -1)) {
            if (segment.strip().equals("..")) {
                throw Refusal.invalid("file", "file-name-unsafe");
            }
        }
        String last = name.substring(name.lastIndexOf('/') + 1).strip();
        if (last.length() > LONGEST) {
            throw Refusal.invalid("file", "file-name-too-long", LONGEST, last.length());
        }
        if (last.isEmpty() || last.startsWith(".") || last.codePoints().anyMatch(FileName::unsafe)) {
            throw Refusal.invalid("file", "file-name-unsafe");
        }
        return new FileName(last);
    }

    /** Lower case, without the dot; empty where there is none. */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Control and formatting characters, of which some turn the reading direction and so hide an extension. */
    private static boolean unsafe(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || "<>:\"|?*".indexOf(character) >= 0;
    }
}

package org.zhiping.intake;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.Vault;

/**
 * Numbers under which a person is found without being named: 64 bits of the vault's keyed hash of their name, of its beginnings
 * from two characters on, of their identity number, and of that number as lists show it. A family name alone has no mark, for the
 * few common ones could be told by how often they occur.
 */
@Component
public class PersonMarks {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final Pattern STARS = Pattern.compile("[*＊•●…]+");
    private static final List<String> DOCUMENTS = List.of("RESIDENT_ID", "PERMIT", "HK_MACAO_PASS", "TAIWAN_PASS", "FOREIGN_RESIDENT_ID", "PASSPORT");

    private final Vault vault;

    PersonMarks(Vault vault) {
        this.vault = vault;
    }

    /** Every mark of the applicant. */
    public Set<Long> of(Application application) {
        Set<Long> marks = new LinkedHashSet<>();
        String name = name(application.applicantName());
        int length = name.codePointCount(0, name.length());
        for (int shown = SHORTEST; shown <= Math.min(length, LONGEST); shown++) {
            marks.add(mark("name", name.substring(0, name.offsetByCodePoints(0, shown))));
        }
        marks.add(mark("name", name));
        String number = application.claims().person().idNumber();
        if (!number.isBlank()) {
            marks.add(mark("masked", masked(MaskedIdNumber.of(IdentityDocument.plain(number)))));
            PersonCheck.document(application.claims().person()).ifPresent(document -> marks.add(mark("document", document)));
        }
        return marks;
    }

    /** The marks of whoever was meant by this: a name or its beginning, an identity number, or one with stars; empty for too little. */
    public Set<Long> sought(String typed) {
        Set<Long> marks = new HashSet<>();
        String name = name(typed);
        if (name.codePointCount(0, name.length()) >= SHORTEST) {
            marks.add(mark("name", name));
        }
        String number = IdentityDocument.plain(typed);
        if (STARS.matcher(number).find()) {
            marks.add(mark("masked", masked(number)));
        }
        DOCUMENTS.stream().map(type -> IdentityDocument.of(type, number)).flatMap(Optional::stream)
                .forEach(document -> marks.add(mark("document", document.text())));
        return marks;
    }

    private static String name(String typed) {
        return Typed.compact(typed).replaceAll("[·•・.]", "").toLowerCase(Locale.ROOT);
    }

    private static String masked(String number) {
        return STARS.matcher(number).replaceAll("*");
    }

    private long mark(String kind, String text) {
        return Long.parseUnsignedLong(vault.fingerprint("found:" + kind + ":" + text).substring(0, Long.BYTES * 2), 16);
    }
}

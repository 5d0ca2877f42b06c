package org.zhiping.group;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiping.intake.ClaimCodes;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Prospects;
import org.zhiping.standard.MaterialKind;

/**
 * To which row and material a file of the archive belongs, by its name: {@code 3/身份证.pdf}, {@code 110…/身份证.pdf},
 * {@code 3-身份证.pdf} or {@code 110…_身份证.pdf}; 3 is the number of the line in the spreadsheet. Folders above do not matter.
 */
final class Assignment {

    private static final Pattern FLAT = Pattern.compile("([A-Za-z0-9]{1,18})\\s*[-_—. 、]\\s*(.+)");
    private static final Pattern LINE = Pattern.compile("0*([1-9]\\d{0,6})");
    private static final Pattern SEGMENTS = Pattern.compile("/");
    private static final Set<String> ENDINGS = Set.of("pdf", "jpg", "jpeg", "png");

    private final String number;
    private final JdbcRows rows;
    private final Prospects prospects;
    private final MaterialNames materials;

    Assignment(String number, JdbcRows rows, Prospects prospects, MaterialNames materials) {
        this.number = number;
        this.rows = rows;
        this.prospects = prospects;
        this.materials = materials;
    }

    ArchiveFile of(Archive.File file, String sha256) {
        if (unsafe(file.name())) {
            return problem(file, "file-path-unsafe");
        }
        String[] segments = SEGMENTS.split(file.name());
        String last = segments[segments.length - 1];
        int dot = last.lastIndexOf('.');
        if (dot <= 0 || !ENDINGS.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return problem(file, "file-of-another-type");
        }
        if (!file.readable() || sha256 == null) {
            return problem(file, "file-not-readable");
        }
        String name = last.substring(0, dot);
        List<Integer> lines = segments.length > 1 ? lines(segments[segments.length - 2].strip()) : List.of();
        Matcher flat = FLAT.matcher(name);
        if (lines.isEmpty() && flat.matches()) {
            lines = lines(flat.group(1));
            name = flat.group(2);
        }
        return lines.isEmpty() ? problem(file, "file-of-nobody") : lines.size() > 1 ? problem(file, "file-of-several") : filed(file, sha256, lines.get(0), name);
    }

    private ArchiveFile filed(Archive.File file, String sha256, int line, String name) {
        Optional<MaterialKind> kind = materials.of(name);
        return kind.isEmpty() ? problem(file, "file-of-no-material")
                : new ArchiveFile(file.entry(), file.name(), sha256, line, kind.get().code(), null, null);
    }

    private List<Integer> lines(String key) {
        Matcher line = LINE.matcher(key);
        if (line.matches()) {
            int said = Integer.parseInt(line.group(1));
            if (rows.has(number, said)) {
                return List.of(said);
            }
        }
        List<String> people = ClaimCodes.ID_TYPES.stream().flatMap(type -> prospects.person(holder(type, key)).stream()).distinct().toList();
        return people.isEmpty() ? List.of() : rows.linesOf(number, people);
    }

    private static Claims holder(String type, String document) {
        return new Claims(new Claims.Person(type, document, null, null, null, null, null), null, null, null, null, null, null);
    }

    /** Nothing is ever written where the name says; but who writes such names has something else in mind. */
    private static boolean unsafe(String name) {
        return name.startsWith("/") || name.matches("(?s)^[A-Za-z]:.*") || name.indexOf('\0') >= 0
                || SEGMENTS.splitAsStream(name).anyMatch(segment -> segment.strip().equals(".."));
    }

    private static ArchiveFile problem(Archive.File file, String code) {
        return new ArchiveFile(file.entry(), file.name(), null, null, null, code, null);
    }
}

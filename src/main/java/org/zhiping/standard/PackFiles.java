package org.zhiping.standard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a pack as text by plain name, without folder, byte order mark or carriage returns. What an operating
 * system or an office program leaves beside them is passed over.
 */
final class PackFiles {

    static final String MAIN = "standard.yaml";

    private static final Set<String> TEXTS = Set.of("yaml", "dmn", "csv", "md", "txt");
    private static final Set<String> ARCHIVES = Set.of("zip", "jar", "7z", "rar", "gz", "tar", "xz", "bz2");

    private final Map<String, String> texts = new TreeMap<>();

    /** @param entries content by path as it was handed in; the folder of {@code standard.yaml} is the pack */
    PackFiles(Map<String, byte[]> entries, PackProblems problems) {
        Map<String, byte[]> own = new LinkedHashMap<>();
        entries.forEach((path, bytes) -> {
            if (!isLitter(path)) {
                own.put(path, bytes);
            }
        });
        Set<String> roots = own.keySet().stream().filter(path -> name(path).equals(MAIN)).map(PackFiles::folder).collect(Collectors.toSet());
        if (roots.size() != 1) {
            problems.error("", 0, roots.isEmpty() ? "no-standard-yaml" : "several-packs", String.join(", ", roots));
            return;
        }
        String root = roots.iterator().next();
        own.forEach((path, bytes) -> {
            if (isArchive(path, bytes)) {
                problems.error(path, 0, "nested-archive");
            } else if (!folder(path).equals(root)) {
                problems.warning(path, 0, "elsewhere", root.isEmpty() ? "/" : root);
            } else {
                take(name(path), bytes, problems);
            }
        });
    }

    /** Files by name, among them DMN, CSV and YAML. */
    Map<String, String> texts() {
        return texts;
    }

    Map<String, String> ending(String suffix) {
        Map<String, String> some = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (name.endsWith(suffix)) {
                some.put(name, text);
            }
        });
        return some;
    }

    private void take(String name, byte[] bytes, PackProblems problems) {
        String suffix = suffix(name);
        if (suffix.equals("yml")) {
            problems.error(name, 0, "yml");
        } else if (!TEXTS.contains(suffix)) {
            problems.warning(name, 0, "not-part");
        } else {
            String text = text(name, bytes, problems);
            if (text != null) {
                texts.put(name, text);
            }
        }
    }

    private static boolean isLitter(String path) {
        String name = name(path);
        return path.startsWith("__MACOSX/") || path.contains("/__MACOSX/") || name.startsWith("._") || name.equals(".DS_Store")
                || name.equals("Thumbs.db") || name.equals("desktop.ini") || name.startsWith("~$");
    }

    private static boolean isArchive(String path, byte[] bytes) {
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        return zip || ARCHIVES.contains(suffix(path));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static String suffix(String path) {
        String name = name(path);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    private static String text(String name, byte[] bytes, PackProblems problems) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String read = out.flip().toString();
        int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
        if (result.isError() || read.indexOf('\0') >= 0) {
            problems.error(name, line, "not-utf8");
            return null;
        }
        return (read.startsWith("\uFEFF") ? read.substring(1) : read).replace("\r\n", "\n").replace('\r', '\n');
    }
}

package org.zhiping.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.process.model.ModelRules;
import org.zhiping.platform.process.model.Vocabulary;

/** Packs as people send them. */
public final class PackZips {

    private static final PackLint LINT = new PackLint(new ModelRules(Vocabulary.scan("org.zhiping", Set.of())), TestTexts.create());

    private PackZips() {
    }

    static PackLint lint() {
        return LINT;
    }

    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    public static byte[] of(Path folder) throws IOException {
        return of(files(folder));
    }

    /** A slip in a table, and an attempt to bring a script into the page that tells of it. */
    public static byte[] broken(Path folder) throws IOException {
        Map<String, byte[]> files = files(folder);
        files.computeIfPresent("materials.dmn", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8).replace("\"ID_COPY\"", "\"ID_KOPY\"").getBytes(StandardCharsets.UTF_8));
        files.computeIfPresent("materials.csv", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8).replace("=required", "=<script>alert(1)</script>")
                .getBytes(StandardCharsets.UTF_8));
        files.computeIfPresent("standard.yaml", (name, bytes) -> (new String(bytes, StandardCharsets.UTF_8) + "\n'<script>alert(1)</script>': x\n")
                .getBytes(StandardCharsets.UTF_8));
        return of(files);
    }

    static byte[] of(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

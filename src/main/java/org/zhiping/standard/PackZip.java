package org.zhiping.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.zhiping.platform.Refusal;

/**
 * Opens a zip that somebody has sent, in memory and within limits that a real pack is far below. Nothing is ever written
 * to a path that the zip names.
 */
final class PackZip {

    static final int MOST_BYTES = 4 << 20;
    static final int MOST_ENTRIES = 200;
    static final int MOST_UNPACKED = 16 << 20;
    static final int MOST_OF_ONE = 4 << 20;
    /** A table of decisions is packed to a fortieth or so. */
    static final int MOST_RATIO = 200;

    private static final int SMALL = 64 << 10;
    private static final int BUFFER = 8192;
    private static final int BACKSLASH = '\\';

    private PackZip() {
    }

    /** @throws Refusal (TOO_LARGE) once there are more bytes than a pack may have */
    static byte[] read(InputStream sent) throws IOException {
        byte[] bytes = sent.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Refusal.Fault("file", "pack-zip-too-large", MOST_BYTES >> 20)));
        }
        return bytes;
    }

    /** Content by path; empty with problems when the zip is not to be opened. */
    static Map<String, byte[]> unpack(byte[] zip, PackProblems problems) {
        try (ZipFile file = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
            List<ZipArchiveEntry> entries = Collections.list(file.getEntriesInPhysicalOrder());
            if (entries.size() > MOST_ENTRIES) {
                problems.error("", 0, "zip-entries", entries.size(), MOST_ENTRIES);
            } else {
                names(entries, problems);
            }
            return problems.hasErrors() ? Map.of() : contents(file, entries, problems);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.error("", 0, "zip-unreadable");
            return Map.of();
        }
    }

    private static void names(List<ZipArchiveEntry> entries, PackProblems problems) {
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || name.indexOf(BACKSLASH) >= 0 || name.indexOf('\0') >= 0
                    || List.of(name.split("/")).contains("..")) {
                problems.error(name, 0, "zip-path");
            } else if (name.indexOf('\uFFFD') >= 0) {
                problems.error("", 0, "zip-name", name);
            } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                problems.error(name, 0, "zip-twice");
            } else if (entry.isUnixSymlink()) {
                problems.error(name, 0, "zip-link");
            } else if (entry.getGeneralPurposeBit().usesEncryption()) {
                problems.error(name, 0, "zip-encrypted");
            }
        }
    }

    /** Counts what really comes out; what the zip says of itself is not believed. */
    private static Map<String, byte[]> contents(ZipFile file, List<ZipArchiveEntry> entries, PackProblems problems) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        long left = MOST_UNPACKED;
        for (ZipArchiveEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            if (!file.canReadEntryData(entry)) {
                problems.error(entry.getName(), 0, "zip-method");
                return Map.of();
            }
            byte[] content = content(file, entry, Math.min(left, MOST_OF_ONE));
            if (content == null) {
                problems.error(entry.getName(), 0, "zip-unpacked", MOST_OF_ONE >> 20, MOST_UNPACKED >> 20);
                return Map.of();
            }
            if (content.length > SMALL && content.length / MOST_RATIO > entry.getCompressedSize()) {
                problems.error(entry.getName(), 0, "zip-ratio", MOST_RATIO);
                return Map.of();
            }
            left -= content.length;
            contents.put(entry.getName(), content);
        }
        return contents;
    }

    private static byte[] content(ZipFile file, ZipArchiveEntry entry, long most) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.size() + read > most) {
                    return null;
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        }
    }
}

package org.zhiping.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** A zip of materials, read once from its beginning to its end and never unpacked to a disk. */
final class Archive implements AutoCloseable {

    /** So many bytes tell a zip. */
    static final int SIGNATURE = 4;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Charset CHINESE_WINDOWS = Charset.forName("GBK");
    private static final Pattern OF_THE_SYSTEM = Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\._.*)");

    private final ZipArchiveInputStream zip;
    private final GroupSettings settings;
    private long unpacked;
    private int entry;

    /** One file; its content is read, or passed over, before the next is asked for. */
    record File(int entry, String name, boolean readable) {
    }

    /** @throws Refusal when it is no zip */
    Archive(InputStream content, GroupSettings settings) throws IOException {
        this.settings = settings;
        PushbackInputStream start = new PushbackInputStream(content, SIGNATURE);
        byte[] signature = start.readNBytes(SIGNATURE);
        checkSignature(signature);
        start.unread(signature);
        zip = new ZipArchiveInputStream(start, StandardCharsets.UTF_8.name(), true, true);
    }

    /** @param start of a file. @throws Refusal when it is no zip */
    static void checkSignature(byte[] start) {
        if (start.length < SIGNATURE || start[0] != 'P' || start[1] != 'K') {
            throw Refusal.invalid("archive", "archive-no-zip");
        }
    }

    /** The next file, without folders and what systems leave behind; null after the last. */
    File next() throws IOException {
        for (ZipArchiveEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
            String name = name(next).replace('\\', '/');
            if (next.isDirectory() || OF_THE_SYSTEM.matcher(name).matches()) {
                continue;
            }
            if (next.getGeneralPurposeBit().usesEncryption()) {
                throw Refusal.invalid("archive", "archive-encrypted");
            }
            if (++entry > settings.maxEntries()) {
                throw tooLarge("archive-too-many-files", settings.maxEntries());
            }
            return new File(entry, name, zip.canReadEntryData(next));
        }
        return null;
    }

    /** What the present file holds, for one reader. @throws Refusal while it is read, when it unpacks to more than allowed */
    InputStream content() {
        long before = unpacked;
        // The archive goes on behind this file.
        return new CountedStream(CloseShieldInputStream.wrap(zip), ofThis -> check(before, ofThis));
    }

    private void check(long before, long ofThis) {
        unpacked = before + ofThis;
        if (ofThis > settings.maxEntry().toBytes()) {
            throw tooLarge("archive-file-too-large", settings.maxEntry().toMegabytes());
        }
        if (ofThis > MEGABYTE && ofThis > zip.getCompressedCount() * settings.maxRatio() || unpacked > 4 * settings.maxArchive().toBytes()) {
            throw tooLarge("archive-unpacks-too-large", 4 * settings.maxArchive().toMegabytes());
        }
    }

    /** Windows writes names in GBK and says nothing, others in UTF-8 and do not always say so. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException windows) {
            return new String(raw, CHINESE_WINDOWS);
        }
    }

    static Refusal tooLarge(String code, Object limit) {
        return new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Fault("archive", code, limit)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

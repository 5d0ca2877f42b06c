package org.zhiping.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.zhiping.platform.Refusal;

/** Tells an XLSX from all that is given its name, and unpacks none that would not stop unpacking. */
final class SheetCheck {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_PARTS = 1000;
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final GroupSettings settings;

    SheetCheck(GroupSettings settings) {
        this.settings = settings;
    }

    /** @throws Refusal that says what the file is instead, and what to do */
    void check(byte[] file) {
        if (file.length == 0) {
            throw Refusal.invalid("sheet", "sheet-empty-file");
        }
        if (file.length > settings.maxSheet().toBytes()) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Refusal.Fault("sheet", "sheet-too-large", settings.maxSheet().toMegabytes())));
        }
        if (ReadableWorkbook.isOLE2Header(file)) {
            throw Refusal.invalid("sheet", holds(file, ENCRYPTED) ? "sheet-encrypted" : "sheet-old");
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(file)) {
            throw Refusal.invalid("sheet", "sheet-no-xlsx");
        }
        try (ZipFile parts = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            checkKind(parts);
            checkSize(parts);
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof Refusal refusal ? refusal : Refusal.invalid("sheet", "sheet-damaged");
        }
    }

    private static void checkKind(ZipFile parts) {
        Set<String> names = new HashSet<>();
        for (Enumeration<ZipArchiveEntry> all = parts.getEntries(); all.hasMoreElements();) {
            ZipArchiveEntry part = all.nextElement();
            if (!names.add(part.getName()) || names.size() > MOST_PARTS) {
                throw Refusal.invalid("sheet", "sheet-damaged");
            }
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw Refusal.invalid("sheet", "sheet-encrypted");
            }
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            throw Refusal.invalid("sheet", "sheet-macros");
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            throw Refusal.invalid("sheet", "sheet-open-document");
        }
        if (!names.contains("xl/workbook.xml")) {
            throw Refusal.invalid("sheet", names.contains("xl/workbook.bin") ? "sheet-binary" : "sheet-no-xlsx");
        }
    }

    private void checkSize(ZipFile parts) throws IOException {
        long left = settings.maxUnpacked().toBytes();
        byte[] buffer = new byte[64 * 1024];
        for (Enumeration<ZipArchiveEntry> all = parts.getEntries(); all.hasMoreElements();) {
            ZipArchiveEntry part = all.nextElement();
            long unpacked = 0;
            boolean start = true;
            try (InputStream content = parts.getInputStream(part)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    if (start && declaresType(buffer, read)) {
                        throw Refusal.invalid("sheet", "sheet-damaged");
                    }
                    start = false;
                    unpacked += read;
                    if (unpacked > left || unpacked > MEGABYTE && unpacked > part.getCompressedSize() * settings.maxRatio()) {
                        throw Refusal.invalid("sheet", "sheet-unpacks-too-large", settings.maxUnpacked().toMegabytes());
                    }
                }
            }
            left -= unpacked;
        }
    }

    /** No spreadsheet program writes a document type; whoever does wants other files read. */
    private static boolean declaresType(byte[] buffer, int length) {
        return new String(buffer, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");
    }

    private static boolean holds(byte[] file, byte[] wanted) {
        for (int i = 0; i + wanted.length <= file.length; i++) {
            int same = 0;
            while (same < wanted.length && file[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}

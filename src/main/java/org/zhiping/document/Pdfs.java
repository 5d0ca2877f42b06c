package org.zhiping.document;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDFs without reading them as a whole; what is unpacked stays in memory, within limits, and is never laid on a disk. */
final class Pdfs {

    private static final long MOST_UNPACKED = 128L * 1024 * 1024;

    private Pdfs() {
    }

    static PDDocument open(Content pdf) throws IOException {
        return Loader.loadPDF(new ContentRead(pdf), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_UNPACKED).streamCache);
    }
}

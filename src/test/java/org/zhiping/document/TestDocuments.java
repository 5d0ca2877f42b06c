package org.zhiping.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.TestVault;

/** Stored files without Spring, and small files to store. */
public final class TestDocuments {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private TestDocuments() {
    }

    public static Documents on(JdbcClient jdbc, Clock clock) {
        return new JdbcDocuments(jdbc, TestVault.create(), clock, MAX_BYTES);
    }

    /** One empty page. */
    public static byte[] pdf() {
        return pdf("", "");
    }

    /** @param catalog more entries of the catalog; @param objects more objects */
    static byte[] pdf(String catalog, String objects) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + catalog + ">>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                + objects + "trailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.TestVault;

/** Stored files without Spring, and small files to store. */
public final class TestDocuments {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    public static final PortraitRules PORTRAITS = new PortraitRules(295, 413, 0.6, 0.85);

    private TestDocuments() {
    }

    public static Documents on(JdbcClient jdbc, Clock clock) {
        return new JdbcDocuments(jdbc, TestVault.create(), clock, MAX_BYTES, PORTRAITS);
    }

    /** A file that an applicant could hand in for a material. */
    public record Upload(String name, byte[] content) {

        public InputStream stream() {
            return new ByteArrayInputStream(content);
        }
    }

    /** A picture where the material is the portrait, else a PDF. */
    public static Upload upload(String material) {
        return material.equals("PHOTO") ? new Upload("照片.jpg", TestPapers.portrait()) : new Upload("证明.pdf", pdf());
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

package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.TestVault;

/** Stored files without Spring, and small files to store. */
public final class TestDocuments {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    public static final PortraitRules PORTRAITS = new PortraitRules(295, 413, 0.6, 0.85, false);
    public static final UploadLimits LIMITS = new UploadLimits(MAX_BYTES, 200, 100_000_000, Duration.ofDays(3));
    private static final ClamavSettings NO_SCANNER = new ClamavSettings("", ClamavSettings.Unavailable.WAIT, Duration.ofSeconds(5));

    private TestDocuments() {
    }

    public static Documents on(JdbcClient jdbc, Clock clock) {
        return on(jdbc, clock, LIMITS, NO_SCANNER);
    }

    static JdbcDocuments on(JdbcClient jdbc, Clock clock, UploadLimits limits, ClamavSettings scanner) {
        return new JdbcDocuments(jdbc, TestVault.create(), new JdbcChunks(jdbc, TestVault.create()), admission(limits, scanner), limits, clock);
    }

    public static Uploads uploads(JdbcClient jdbc, Clock clock) {
        return uploads(jdbc, clock, LIMITS, NO_SCANNER);
    }

    public static Uploads uploads(JdbcClient jdbc, Clock clock, long maxBytes) {
        return uploads(jdbc, clock, new UploadLimits(maxBytes, 200, 100_000_000, Duration.ofDays(3)), NO_SCANNER);
    }

    static JdbcUploads uploads(JdbcClient jdbc, Clock clock, UploadLimits limits, ClamavSettings scanner) {
        return new JdbcUploads(jdbc, TestVault.create(), on(jdbc, clock, limits, scanner), new JdbcChunks(jdbc, TestVault.create()),
                admission(limits, scanner), limits, clock);
    }

    private static Admission admission(UploadLimits limits, ClamavSettings scanner) {
        return new Admission(limits, PORTRAITS, new VirusScanner(scanner));
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

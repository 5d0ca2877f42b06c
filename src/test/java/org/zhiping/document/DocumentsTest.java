package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;

/** Files on PostgreSQL. */
class DocumentsTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Documents documents = TestDocuments.on(jdbc, Clock.systemUTC());

    @Test
    void whatIsStoredComesBack() throws IOException {
        UUID id = store("C:\\scans\\学历证明.pdf", TestDocuments.pdf());

        StoredDocument stored = documents.find(id);
        assertThat(stored.name()).isEqualTo("学历证明.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(TestDocuments.pdf().length);
        assertThat(documents.open(id).readAllBytes()).isEqualTo(TestDocuments.pdf());
    }

    @Test
    void nothingReadableIsInTheTable() {
        store("张伟身份证.pdf", TestDocuments.pdf());
        byte[] content = jdbc.sql("select content from document_chunk").query(byte[].class).single();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("PDF");
        assertThat(jdbc.sql("select name from document").query(String.class).single()).doesNotContain("张伟");
    }

    @Test
    void picturesAreStored() throws IOException {
        assertThat(documents.find(store("a.PNG", picture("png"))).mediaType()).isEqualTo("image/png");
        assertThat(documents.find(store("a.jpeg", picture("jpg"))).mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void aFalseExtensionIsRefused() throws IOException {
        refused("file-type-mismatch", "photo.jpg", picture("png"));
        refused("file-type-mismatch", "photo.png", TestDocuments.pdf());
        refused("file-type-not-allowed", "photo.png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        refused("file-type-not-allowed", "photo.pdf", "MZ program".getBytes(StandardCharsets.UTF_8));
        refused("file-type-not-allowed", "proof.docx", TestDocuments.pdf());
        refused("file-type-not-allowed", "proof", TestDocuments.pdf());
    }

    @Test
    void emptyDamagedAndHugeFilesAreRefused() throws IOException {
        refused("file-empty", "a.pdf", new byte[0]);
        refused("file-damaged", "a.pdf", "%PDF-1.4 and no more".getBytes(StandardCharsets.UTF_8));
        refused("file-damaged", "a.png", Arrays.copyOf(picture("png"), 20));
        byte[] huge = Arrays.copyOf(TestDocuments.pdf(), TestDocuments.MAX_BYTES + 1);
        Refusal refusal = refused("file-too-large", "a.pdf", huge);
        assertThat(refusal.kind().status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"../a.pdf", "..\\a.pdf", "x/../../a.pdf", ".pdf", "''", "a/", "a\u202Efdp.pdf", "a\u0000.pdf"})
    void unsafeNamesAreRefused(String name) {
        refused("file-name-unsafe", name, TestDocuments.pdf());
    }

    @Test
    void pdfsThatActAreRefused() {
        refused("file-active-content", "a.pdf", TestDocuments.pdf("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", ""));
        refused("file-active-content", "a.pdf", TestDocuments.pdf("/OpenAction 4 0 R", "4 0 obj<</S/Launch/F(cmd.exe)>>endobj\n"));
        refused("file-active-content", "a.pdf", TestDocuments.pdf("", "4 0 obj<</S/J#61vaScript/JS(x)>>endobj\n"));
        refused("file-active-content", "a.pdf", TestDocuments.pdf("/Names<</EmbeddedFiles<</Names[]>>>>", ""));
        refused("file-active-content", "a.pdf", TestDocuments.pdf("/AcroForm<</XFA 4 0 R>>", "4 0 obj<<>>endobj\n"));
    }

    @Test
    void aPdfThatOnlyOpensAtItsFirstPageIsFine() {
        assertThat(store("a.pdf", TestDocuments.pdf("/OpenAction[3 0 R/Fit]", ""))).isNotNull();
    }

    @Test
    void whatIsRemovedIsGone() {
        UUID id = store("a.pdf", TestDocuments.pdf());
        documents.remove(id);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> documents.find(id)).withMessage("document-not-found");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> documents.open(id)).withMessage("document-not-found");
    }

    private UUID store(String name, byte[] content) {
        return documents.store("zhang", name, new ByteArrayInputStream(content));
    }

    private Refusal refused(String code, String name, byte[] content) {
        Refusal[] refused = new Refusal[1];
        assertThatExceptionOfType(Refusal.class).as(name).isThrownBy(() -> store(name, content)).withMessage(code)
                .satisfies(refusal -> refused[0] = refusal);
        assertThat(jdbc.sql("select count(*) from document").query(Long.class).single()).isZero();
        return refused[0];
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}

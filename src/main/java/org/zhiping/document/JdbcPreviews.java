package org.zhiping.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Makes one preview at a time and keeps it, encrypted, as long as the document. */
@Repository
class JdbcPreviews implements Previews {

    static final String CONTEXT = "convert_to('document_preview ' || document || '/' || page, 'UTF8')";
    private static final int SECONDS_IN_LINE = 20;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JdbcDocuments documents;
    private final Semaphore drawing = new Semaphore(1, true);

    JdbcPreviews(JdbcClient jdbc, Vault vault, JdbcDocuments documents) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.documents = documents;
    }

    @Override
    public int pages(UUID document) {
        StoredDocument stored = documents.find(document);
        if (stored.pages() != null) {
            return stored.pages();
        }
        int counted = stored.mediaType().equals("application/pdf") ? count(document) : 1;
        jdbc.sql("update document set pages = :pages where id = :id").param("pages", counted).param("id", document).update();
        return counted;
    }

    private int count(UUID document) {
        try (PDDocument pdf = Pdfs.open(documents.content(document))) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            throw Refusal.conflict("preview-failed");
        }
    }

    @Override
    public byte[] page(UUID document, int page) {
        StoredDocument stored = documents.find(document);
        if (page < 1 || page > pages(document)) {
            throw Refusal.notFound("document-not-found");
        }
        Content content = documents.content(document);
        return kept(document, page).orElseGet(() -> inTurn(stored, content, page));
    }

    private Optional<byte[]> kept(UUID document, int page) {
        return jdbc.sql("select content from document_preview where document = :document and page = :page")
                .param("document", document).param("page", page).query(byte[].class).optional()
                .map(sealed -> vault.decrypt(sealed, context(document, page)));
    }

    private byte[] inTurn(StoredDocument stored, Content content, int page) {
        boolean turn = false;
        try {
            turn = drawing.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS);
            if (!turn) {
                throw Refusal.conflict("preview-busy");
            }
            return draw(stored, content, page);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("preview-busy");
        } catch (IOException e) {
            throw Refusal.conflict("preview-failed");
        } finally {
            if (turn) {
                drawing.release();
            }
        }
    }

    private byte[] draw(StoredDocument stored, Content content, int page) throws IOException {
        byte[] jpeg = stored.mediaType().equals("application/pdf") ? PagePictures.ofPdf(content, page)
                : PagePictures.ofPicture(content, stored.mediaType());
        jdbc.sql("""
                insert into document_preview (document, page, content) values (:document, :page, :content)
                on conflict (document, page) do nothing
                """)
                .param("document", stored.id()).param("page", page)
                .param("content", vault.encrypt(jpeg, context(stored.id(), page))).update();
        return jpeg;
    }

    private static byte[] context(UUID document, int page) {
        return ("document_preview " + document + "/" + page).getBytes(StandardCharsets.UTF_8);
    }
}

package org.zhiping.page;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhiping.document.Documents;
import org.zhiping.document.StoredDocument;

/** Gives stored files to a browser so that nothing in them can act on our pages. */
public final class FileAnswers {

    private FileAnswers() {
    }

    /** Shown in the browser, never taken for another type, never cached. */
    public static ResponseEntity<Resource> inline(Documents documents, UUID id) {
        var document = documents.find(id);
        return answer(document.name(), document.mediaType(), "inline").body(new StoredFile(documents, document));
    }

    /** A preview that the product made: a picture, shown in a page. */
    public static ResponseEntity<byte[]> preview(byte[] jpeg) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore()).body(jpeg);
    }

    /** Read piece by piece while it is sent; a browser may ask for a part of it. */
    private static final class StoredFile extends AbstractResource {

        private final Documents documents;
        private final StoredDocument document;

        StoredFile(Documents documents, StoredDocument document) {
            this.documents = documents;
            this.document = document;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return document.size();
        }

        @Override
        public String getDescription() {
            return "document " + document.id();
        }

        @Override
        public InputStream getInputStream() {
            return documents.open(document.id());
        }
    }

    public static ResponseEntity<byte[]> download(String name, String mediaType, byte[] content) {
        return answer(name, mediaType, "attachment").body(content);
    }

    private static ResponseEntity.BodyBuilder answer(String name, String mediaType, String disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.builder(disposition).filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore());
    }
}

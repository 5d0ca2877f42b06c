package org.zhiping.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhiping.document.Documents;

/** Gives stored files to a browser so that nothing in them can act on our pages. */
public final class FileAnswers {

    private FileAnswers() {
    }

    /** Shown in the browser, never taken for another type, never cached. */
    public static ResponseEntity<byte[]> inline(Documents documents, UUID id) throws IOException {
        var document = documents.find(id);
        try (var content = documents.open(id)) {
            return answer(document.name(), document.mediaType(), "inline").body(content.readAllBytes());
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

package org.zhiping.document;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** Files that have not arrived completely, as long as they are kept. */
@Component
class HeldUploads implements HeldData {

    private final JdbcUploads uploads;

    HeldUploads(JdbcUploads uploads) {
        this.uploads = uploads;
    }

    record Unfinished(String name, long length, long received, Instant expiresAt) {
    }

    @Override
    public String section() {
        return "uploads";
    }

    @Override
    public List<Unfinished> of(String account) {
        return uploads.unfinished(account).stream()
                .map(upload -> new Unfinished(upload.name(), upload.length(), upload.received(), upload.expiresAt())).toList();
    }
}

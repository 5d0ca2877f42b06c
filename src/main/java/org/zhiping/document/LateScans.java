package org.zhiping.document;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the virus scanner again for files that were taken while it did not answer. */
@Component
class LateScans {

    private static final Logger LOG = LoggerFactory.getLogger(LateScans.class);
    private static final int AT_ONCE = 50;

    private final JdbcDocuments documents;
    private final VirusScanner scanner;

    LateScans(JdbcDocuments documents, VirusScanner scanner) {
        this.documents = documents;
        this.scanner = scanner;
    }

    @Scheduled(cron = "${zhiping.clamav.scan:30 * * * * *}")
    void scan() {
        for (var waiting : documents.waiting(AT_ONCE).entrySet()) {
            VirusCheck found = scanner.scan(documents.content(waiting.getKey(), waiting.getValue()));
            if (found == VirusCheck.WAITING) {
                return;
            }
            documents.scanned(waiting.getKey(), found);
            LOG.info("Document {}: late virus check: {}", waiting.getKey(), found);
        }
    }
}

package org.zhiping.document;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class DocumentSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("document", "name"), SealedColumn.bytes("document", "content"),
                SealedColumn.bytes("document_chunk", "content").in(JdbcChunks.CONTEXT),
                SealedColumn.bytes("document_preview", "content").in(JdbcPreviews.CONTEXT),
                SealedColumn.text("document_upload", "fingerprint"));
    }
}

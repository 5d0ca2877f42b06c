package org.zhiping.group;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class GroupSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("group_import", "sheet_name"), SealedColumn.text("group_import", "archive_name"),
                SealedColumn.text("group_import", "notes"), SealedColumn.text("group_row", "content"), SealedColumn.text("group_row", "report"),
                SealedColumn.text("group_row", "said"), SealedColumn.text("group_file", "name"), SealedColumn.text("group_file", "said"));
    }
}

package org.zhiping.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class CaseworkSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.bytes("task_draft", "content").in(JdbcTaskDrafts.CONTEXT),
                SealedColumn.text("relation", "person_name"), SealedColumn.text("recusal_request", "person_name"),
                SealedColumn.text("recusal_request", "person_employer"), SealedColumn.text("recusal_request", "why"),
                SealedColumn.text("recusal_request", "answer"), SealedColumn.text("voided_act", "said"));
    }
}

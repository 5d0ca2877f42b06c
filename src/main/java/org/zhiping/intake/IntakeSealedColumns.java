package org.zhiping.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class IntakeSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("application", "applicant_name"), SealedColumn.text("application", "claims"),
                SealedColumn.text("application", "confirmation"), SealedColumn.text("pinned_standing", "content"),
                SealedColumn.text("hand_in", "claims"), SealedColumn.text("supplement", "claims"),
                SealedColumn.text("supplement_item", "item"), SealedColumn.text("supplement_item", "note"),
                SealedColumn.text("staff_document", "id_number"));
    }
}

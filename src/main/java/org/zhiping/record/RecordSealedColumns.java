package org.zhiping.record;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class RecordSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("case_record", "sealed").in("convert_to(case_number, 'UTF8')"));
    }
}

package org.zhiping.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class IdentitySealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("account", "name"), SealedColumn.text("account", "email"),
                SealedColumn.text("account", "phone"));
    }
}

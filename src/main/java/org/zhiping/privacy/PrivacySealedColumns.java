package org.zhiping.privacy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class PrivacySealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("reveal", "reason"), SealedColumn.text("legal_hold", "reason"),
                SealedColumn.text("vault_check", "sealed"));
    }
}

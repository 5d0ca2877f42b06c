package org.zhiping.certificate;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class CertificateSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("certificate", "printed"));
    }
}

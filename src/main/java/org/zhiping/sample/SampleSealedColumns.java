package org.zhiping.sample;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class SampleSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.bytes("sample_mail", "content"), SealedColumn.bytes("sample_sms", "content"));
    }
}

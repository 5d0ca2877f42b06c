package org.zhiping.review;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;

@Component
class ReviewSealedColumns implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("review_round", "reason"), SealedColumn.text("review_verdict", "reason"),
                SealedColumn.text("review_finding", "confirmed"), SealedColumn.text("review_finding", "note"),
                SealedColumn.text("review_answer", "question"), SealedColumn.text("review_answer", "reason"),
                SealedColumn.text("review_opinion", "opinion"));
    }
}

package org.zhiping.record;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** Names, reasons and details in the records of closed cases. That something was done stays, and so does the chain. */
@Repository
class RetainedRecords implements Retained {

    private final JdbcClient jdbc;
    private final Clock clock;

    RetainedRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "case-records";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select closed.case_number, closed.case_number, closed.closed_at from closed_case closed
                where closed.closed_at < :begun and closed.case_number collate "C" > :after
                  and exists (select 1 from case_record entry where entry.case_number = closed.case_number and entry.sealed is not null)
                order by closed.case_number collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("update case_record set sealed = null, erased_at = :at, erased_because = :because where case_number = :case and sealed is not null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("because", because).param("case", item.id()).update();
    }
}

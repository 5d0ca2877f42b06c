package org.zhiping.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** What applicants wrote of whom they asked to keep out; a relation that was recorded for it stays. */
@Repository
class RetainedRecusalRequests implements Retained {

    private final JdbcClient jdbc;

    RetainedRecusalRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "recusal-requests";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select closed.case_number, closed.case_number, closed.closed_at from closed_case closed
                where closed.closed_at < :begun and closed.case_number collate "C" > :after
                  and exists (select 1 from recusal_request asked where asked.case_number = closed.case_number)
                order by closed.case_number collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from recusal_request where case_number = :case").param("case", item.id()).update();
    }
}

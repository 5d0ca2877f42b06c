package org.zhiping.privacy;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** Who saw a masked detail, and why. */
@Repository
class RetainedReveals implements Retained {

    private final JdbcClient jdbc;

    RetainedReveals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "reveals";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select id::text as id, case_number, revealed_at as at from reveal
                where revealed_at < :begun and id::text collate "C" > :after
                order by id::text collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from reveal where id = cast(:id as bigint)").param("id", item.id()).update();
    }
}

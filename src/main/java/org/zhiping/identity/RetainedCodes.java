package org.zhiping.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** One-time codes with the contact they went to. */
@Repository
class RetainedCodes implements Retained {

    private final JdbcClient jdbc;

    RetainedCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "codes";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select id::text as id, cast(null as text) as case_number, sent_at as at from contact_code
                where sent_at < :begun and id::text collate "C" > :after
                order by id::text collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from contact_code where id = cast(:id as uuid)").param("id", item.id()).update();
    }
}

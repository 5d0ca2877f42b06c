package org.zhiping.notice;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** Entries of inboxes. */
@Repository
class RetainedNotices implements Retained {

    private final JdbcClient jdbc;

    RetainedNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "notices";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select id::text as id, number as case_number, at from notice
                where at < :begun and id::text collate "C" > :after
                order by id::text collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from notice_text where notice_id = cast(:id as bigint)").param("id", item.id()).update();
        jdbc.sql("delete from notice where id = cast(:id as bigint)").param("id", item.id()).update();
    }
}

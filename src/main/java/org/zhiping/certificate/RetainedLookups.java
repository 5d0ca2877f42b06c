package org.zhiping.certificate;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** Who, by a keyed hash of their address, looked up which certificate. */
@Repository
class RetainedLookups implements Retained {

    private final JdbcClient jdbc;

    RetainedLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "lookups";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select id::text as id, cast(null as text) as case_number, at from certificate_lookup
                where at < :begun and id::text collate "C" > :after
                order by id::text collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from certificate_lookup where id = cast(:id as bigint)").param("id", item.id()).update();
    }
}

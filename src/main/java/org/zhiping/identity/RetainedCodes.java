package org.zhiping.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;

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
        return jdbc.sql("""
                select id::text as id, cast(null as text) as case_number, sent_at as at from contact_code
                where sent_at < :begun and id::text collate "C" > :after
                order by id::text collate "C" limit :limit
                """)
                .param("begun", begun.atOffset(ZoneOffset.UTC)).param("after", after).param("limit", limit)
                .query((row, n) -> new Item(row.getString("id"), row.getString("case_number"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from contact_code where id = cast(:id as uuid)").param("id", item.id()).update();
    }
}

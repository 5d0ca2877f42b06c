package org.zhiping.mail;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** The record of messages that were sent or given up; the notice in the inbox is another class. */
@Repository
class RetainedMails implements Retained {

    private final JdbcClient jdbc;

    RetainedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "mails";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select mail.id::text as id, notice.number as case_number, coalesce(mail.tried_at, mail.queued_at) as at
                from mail left join notice on notice.id = mail.notice_id
                where mail.state in ('SENT', 'DEAD') and coalesce(mail.tried_at, mail.queued_at) < :begun and mail.id::text collate "C" > :after
                order by mail.id::text collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from mail where id = cast(:id as bigint)").param("id", item.id()).update();
    }
}

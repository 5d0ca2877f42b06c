package org.zhiping.intake;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** Identity documents of staff whose account is closed; what they did in cases stays theirs by account. */
@Repository
class RetainedStaffDocuments implements Retained {

    private final JdbcClient jdbc;

    RetainedStaffDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "staff-documents";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select document.account_id, cast(null as text), closed.at from staff_document document
                join account on account.id = document.account_id and not account.enabled
                join lateral (select max(changed_at) as at from account_change
                              where account = document.account_id and change = 'disabled') closed on closed.at < :begun
                where document.account_id collate "C" > :after
                order by document.account_id collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        jdbc.sql("delete from staff_document where account_id = :account").param("account", item.id()).update();
    }
}

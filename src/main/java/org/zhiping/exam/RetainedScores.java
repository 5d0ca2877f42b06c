package org.zhiping.exam;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** What each scorer and panel member gave and wrote, and the panel's minutes; the part's outcome stays with the result. */
@Repository
class RetainedScores implements Retained {

    private final JdbcClient jdbc;

    RetainedScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "scores";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select closed.case_number, closed.case_number, closed.closed_at from closed_case closed
                where closed.closed_at < :begun and closed.case_number collate "C" > :after
                  and (exists (select 1 from score where score.case_number = closed.case_number)
                    or exists (select 1 from panel join panel_member member on member.panel_id = panel.id
                               where panel.case_number = closed.case_number and member.millionths is not null))
                order by closed.case_number collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        for (String sql : List.of(
                "delete from score where case_number = :case",
                "delete from panel_void_score where panel_id in (select id from panel where case_number = :case)",
                "update panel_member set millionths = null, lines = '{}', opinion = null where panel_id in (select id from panel where case_number = :case)",
                "update panel set minutes = '' where case_number = :case and minutes is not null")) {
            jdbc.sql(sql).param("case", item.id()).update();
        }
    }
}

package org.zhiping.review;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Retained;
import org.zhiping.platform.RetainedRows;

/** What reviewers have written about the person and what they confirmed; that there was a review, and its outcome, stays. */
@Repository
class RetainedReviews implements Retained {

    private static final List<String> NOTES = List.of("review_verdict", "review_finding", "review_answer", "review_opinion");

    private final JdbcClient jdbc;

    RetainedReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "reviews";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return RetainedRows.page(jdbc, """
                select closed.case_number, closed.case_number, closed.closed_at from closed_case closed
                where closed.closed_at < :begun and closed.case_number collate "C" > :after
                  and (exists (select 1 from review_round round where round.case_number = closed.case_number and round.reason <> '')
                    or exists (select 1 from review_verdict one where one.case_number = closed.case_number)
                    or exists (select 1 from review_opinion one where one.case_number = closed.case_number))
                order by closed.case_number collate "C" limit :limit
                """, begun, after, limit);
    }

    @Override
    public void delete(Item item, String because) {
        NOTES.forEach(table -> jdbc.sql("delete from " + table + " where case_number = :case").param("case", item.id()).update());
        jdbc.sql("update review_round set reason = '' where case_number = :case").param("case", item.id()).update();
    }
}

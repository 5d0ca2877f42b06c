package org.zhiping.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.CaseAct;

/** What other tables knew of the acts in a case before there was a record of it; each case once, before anything new is written. */
@Repository
class TakeOver {

    private final JdbcClient jdbc;
    private volatile Boolean left;

    TakeOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there are cases left; once there are none, there never are again. */
    boolean left() {
        if (left == null || left) {
            left = jdbc.sql("select exists (select 1 from case_record_takeover)").query(Boolean.class).single();
        }
        return left;
    }

    /** Some of the cases that are left and that nobody else takes over now. */
    List<String> next(int most) {
        return jdbc.sql("select case_number from case_record_takeover order by case_number limit :most for update skip locked")
                .param("most", most).query(String.class).list();
    }

    /** The acts of these cases that are not taken over yet, oldest first; from then on they count as taken over. */
    List<Act> before(List<String> cases) {
        if (left != null && !left || cases.isEmpty() || !left()) {
            return List.of();
        }
        return jdbc.sql("""
                with mine as (delete from case_record_takeover where case_number = any(:cases) returning *)
                select earlier.* from mine join case_record_before earlier on earlier.case_number = mine.case_number
                where earlier.id <= case earlier.source when 'milestone' then mine.milestones when 'duty' then mine.duties else mine.reveals end
                order by earlier.case_number, earlier.at, earlier.rank, earlier.id
                """)
                .param("cases", cases.toArray(String[]::new)).query(this::act).list();
    }

    private Act act(ResultSet row, int n) throws SQLException {
        String what = row.getString("what");
        CaseAct said = switch (row.getString("source")) {
            case "milestone" -> CaseEvents.milestone(row.getString("case_number"), what, row.getString("actor"), RecordJson.texts(row.getString("details")));
            case "duty" -> CaseAct.of(row.getString("case_number"), "task-completed", row.getString("actor"), TaskRoles.usual(what),
                    with(RecordJson.texts(row.getString("details")), "task", what));
            default -> CaseAct.of(row.getString("case_number"), "personal-data-revealed", row.getString("actor"), "",
                    Map.of("what", what.toLowerCase(Locale.ROOT).replace('_', '-')));
        };
        return new Act(said, row.getObject("at", OffsetDateTime.class).toInstant(), true);
    }

    private static Map<String, String> with(Map<String, String> details, String name, String value) {
        details.put(name, value);
        return details;
    }
}

package org.zhiping.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Absences as they were entered; none is ever deleted. */
@Repository
class AbsenceTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of several who enter absences, the others wait: whether two make a circle is seen only one after the other. */
    void lock() {
        jdbc.sql("lock table absence in share row exclusive mode").update();
    }

    long add(String account, LocalDate from, LocalDate until, String deputy, String by) {
        return jdbc.sql("""
                insert into absence (account, from_day, until_day, deputy, entered_by, entered_at)
                values (:account, :from, :until, :deputy, :by, :at) returning id
                """).param("account", account).param("from", from).param("until", until).param("deputy", deputy).param("by", by)
                .param("at", OffsetDateTime.now(clock)).query(Long.class).single();
    }

    void end(long id, String by) {
        jdbc.sql("update absence set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                .param("by", by).param("at", OffsetDateTime.now(clock)).param("id", id).update();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = :id").param("id", id).query(AbsenceTable::absence).optional();
    }

    /** Not ended before, and with its last day on this day or after it; the earliest first. */
    List<Absence> since(LocalDate day) {
        return jdbc.sql("select * from absence where until_day >= :day and ended_at is null order by from_day, id").param("day", day)
                .query(AbsenceTable::absence).list();
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        return new Absence(row.getLong("id"), row.getString("account"), row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class), row.getString("deputy"), row.getString("entered_by"),
                instant(row, "entered_at"), instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

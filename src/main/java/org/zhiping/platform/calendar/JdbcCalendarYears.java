package org.zhiping.platform.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarYears implements CalendarYears {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCalendarYears(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<CalendarYear> all() {
        return jdbc.sql("select * from calendar_year order by year").query(JdbcCalendarYears::year).list();
    }

    @Override
    public Optional<CalendarYear> find(int year) {
        return jdbc.sql("select * from calendar_year where year = :year").param("year", year).query(JdbcCalendarYears::year).optional();
    }

    @Override
    public List<SpecialDay> days(int year) {
        return jdbc.sql("select * from calendar_day where day between :first and :last order by day")
                .param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31)).query(JdbcCalendarYears::day).list();
    }

    @Override
    public Optional<SpecialDay> day(LocalDate day) {
        return jdbc.sql("select * from calendar_day where day = :day").param("day", day).query(JdbcCalendarYears::day).optional();
    }

    @Override
    public void set(SpecialDay day) {
        write(day, "do update set working = excluded.working, note = excluded.note, set_by = excluded.set_by, set_at = excluded.set_at");
    }

    @Override
    public void setIfAbsent(SpecialDay day) {
        write(day, "do nothing");
    }

    private void write(SpecialDay day, String onConflict) {
        jdbc.sql("insert into calendar_day (day, working, note, set_by, set_at) values (:day, :working, :note, :by, :at) on conflict (day) " + onConflict)
                .param("day", day.day()).param("working", day.working()).param("note", day.note()).param("by", day.by())
                .param("at", day.at() == null ? null : day.at().atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public boolean remove(LocalDate day) {
        return jdbc.sql("delete from calendar_day where day = :day").param("day", day).update() > 0;
    }

    @Override
    public void cover(CalendarYear year) {
        jdbc.sql("""
                insert into calendar_year (year, source, set_by, set_at) values (:year, :source, :by, :at)
                on conflict (year) do update set source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at
                """).param("year", year.year()).param("source", year.source()).param("by", year.by())
                .param("at", year.at().atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public long record(String by, String act, String subject, String detail) {
        return jdbc.sql("insert into calendar_change (at, by, act, subject, detail) values (:at, :by, :act, :subject, :detail) returning id")
                .param("at", OffsetDateTime.now(clock)).param("by", by).param("act", act).param("subject", subject)
                .param("detail", detail).query(Long.class).single();
    }

    @Override
    public List<CalendarChange> changes(int most) {
        return jdbc.sql("select * from calendar_change order by id desc limit :most").param("most", most)
                .query((row, n) -> new CalendarChange(row.getLong("id"), instant(row, "at"), row.getString("by"), row.getString("act"),
                        row.getString("subject"), row.getString("detail"))).list();
    }

    private static CalendarYear year(ResultSet row, int n) throws SQLException {
        return new CalendarYear(row.getInt("year"), row.getString("source"), row.getString("set_by"), instant(row, "set_at"));
    }

    private static SpecialDay day(ResultSet row, int n) throws SQLException {
        return new SpecialDay(row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("note"),
                row.getString("set_by"), instant(row, "set_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

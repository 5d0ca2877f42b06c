package org.zhiping.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;

/** Rows of rounds. */
@Repository
class JdbcRounds {

    private record Known(String number) {
    }

    private final JdbcClient jdbc;
    private final TextMaps texts;
    private final Clock clock;

    JdbcRounds(JdbcClient jdbc, TextMaps texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    Round find(String number) {
        return OncePerTransaction.of(new Known(number), () -> read(number, ""));
    }

    /** Until the transaction ends nobody else changes the round. */
    Round lock(String number) {
        return known(read(number, " for update"));
    }

    /** While it is held the round stays as it is, and others may hold it too. */
    Round hold(String number) {
        return known(read(number, " for share"));
    }

    private static Round known(Round round) {
        OncePerTransaction.know(new Known(round.number()), round);
        return round;
    }

    private Round read(String number, String clause) {
        return jdbc.sql("select * from round where number = :number" + clause).param("number", number)
                .query(this::round).optional().orElseThrow(() -> Refusal.notFound("round-not-found"));
    }

    List<Round> all() {
        return jdbc.sql("select * from round order by opens_at desc, number desc").query(this::round).list();
    }

    /** How many rounds were numbered in this year. */
    int count(int year) {
        return jdbc.sql("select count(*) from round where number like :year").param("year", "R%d%%".formatted(year))
                .query(Integer.class).single();
    }

    Round insert(RoundPlan plan) {
        long serial = jdbc.sql("select nextval('round_number')").query(Long.class).single();
        Round round = Round.planned("R%d%04d".formatted(LocalDate.now(clock).getYear(), serial), plan);
        written(round, jdbc.sql("""
                insert into round (number, standard, edition, levels, directions, opens_at, closes_at, reference_date,
                                   parameters, status, name, capacity, level_capacity, exam_dates)
                values (:number, :standard, :edition, :levels, :directions, :opensAt, :closesAt, :referenceDate,
                        :parameters::jsonb, :status, :name, :capacity, :levelCapacity::jsonb, :examDates::jsonb)
                """))
                .param("standard", round.standard()).param("edition", round.edition()).update();
        return round;
    }

    /** Of a round that this transaction has locked. */
    void update(Round round) {
        written(round, jdbc.sql("""
                update round set status = :status, levels = :levels, directions = :directions, opens_at = :opensAt, closes_at = :closesAt,
                       reference_date = :referenceDate, parameters = :parameters::jsonb, name = :name, capacity = :capacity,
                       level_capacity = :levelCapacity::jsonb, exam_dates = :examDates::jsonb, announced_at = :announcedAt,
                       extended_at = :extendedAt, cancelled_for = :cancelledFor, version = version + 1
                where number = :number
                """))
                .param("announcedAt", utc(round.announcedAt())).param("extendedAt", utc(round.extendedAt()))
                .param("cancelledFor", round.cancelledFor()).update();
        OncePerTransaction.forget(new Known(round.number()));
    }

    private StatementSpec written(Round round, StatementSpec statement) {
        Announcement announced = round.plan().announcement();
        return statement.param("number", round.number()).param("status", round.status().name())
                .param("levels", round.levels().toArray(String[]::new))
                .param("directions", round.directions().toArray(String[]::new))
                .param("opensAt", utc(round.opensAt())).param("closesAt", utc(round.closesAt()))
                .param("referenceDate", round.referenceDate()).param("parameters", texts.write(round.parameters()))
                .param("name", announced.name().isEmpty() ? null : announced.name()).param("capacity", announced.capacity())
                .param("levelCapacity", texts.write(TextMaps.texts(announced.levelCapacity())))
                .param("examDates", texts.write(TextMaps.texts(announced.examDates())));
    }

    private Round round(ResultSet row, int index) throws SQLException {
        RoundPlan plan = new RoundPlan(row.getString("standard"), row.getString("edition"),
                List.of((String[]) row.getArray("levels").getArray()), List.of((String[]) row.getArray("directions").getArray()),
                instant(row, "opens_at"), instant(row, "closes_at"), row.getObject("reference_date", LocalDate.class),
                texts.read(row.getString("parameters")), new Announcement(row.getString("name"), row.getObject("capacity", Integer.class),
                        TextMaps.values(texts.read(row.getString("level_capacity")), Integer::valueOf),
                        TextMaps.values(texts.read(row.getString("exam_dates")), LocalDate::parse)));
        return new Round(row.getString("number"), plan, RoundStatus.valueOf(row.getString("status")), row.getInt("version"),
                instant(row, "announced_at"), instant(row, "extended_at"), row.getString("cancelled_for"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}

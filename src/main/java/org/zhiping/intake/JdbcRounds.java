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

    Round insert(RoundPlan plan) {
        long serial = jdbc.sql("select nextval('round_number')").query(Long.class).single();
        Round round = Round.planned("R%d%04d".formatted(LocalDate.now(clock).getYear(), serial), plan);
        jdbc.sql("""
                insert into round (number, standard, edition, levels, directions, opens_at, closes_at, reference_date,
                                   parameters, status)
                values (:number, :standard, :edition, :levels, :directions, :opensAt, :closesAt, :referenceDate,
                        :parameters::jsonb, :status)
                """)
                .param("number", round.number()).param("standard", round.standard()).param("edition", round.edition())
                .param("levels", round.levels().toArray(String[]::new))
                .param("directions", round.directions().toArray(String[]::new))
                .param("opensAt", utc(round.opensAt())).param("closesAt", utc(round.closesAt()))
                .param("referenceDate", round.referenceDate()).param("parameters", texts.write(round.parameters()))
                .param("status", round.status().name()).update();
        return round;
    }

    void update(Round round) {
        jdbc.sql("update round set status = :status, parameters = :parameters::jsonb, version = version + 1 where number = :number")
                .param("status", round.status().name()).param("parameters", texts.write(round.parameters()))
                .param("number", round.number()).update();
        OncePerTransaction.know(new Known(round.number()), round);
    }

    private Round round(ResultSet row, int index) throws SQLException {
        return new Round(row.getString("number"), row.getString("standard"), row.getString("edition"),
                List.of((String[]) row.getArray("levels").getArray()), List.of((String[]) row.getArray("directions").getArray()),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getObject("reference_date", LocalDate.class), texts.read(row.getString("parameters")),
                RoundStatus.valueOf(row.getString("status")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

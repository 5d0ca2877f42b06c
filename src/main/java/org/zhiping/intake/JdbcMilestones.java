package org.zhiping.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of milestones. */
@Repository
class JdbcMilestones implements Milestones {

    private final JdbcClient jdbc;
    private final TextMaps texts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcMilestones(JdbcClient jdbc, TextMaps texts, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void reach(String caseNumber, Milestone milestone, Map<String, String> args) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        MilestoneReached reached = jdbc.sql("""
                insert into milestone (case_number, applicant, milestone, args, reached_at)
                select case_number, applicant, :milestone, :args::jsonb, :at from application where case_number = :caseNumber
                returning *
                """)
                .param("caseNumber", caseNumber).param("milestone", milestone.name()).param("args", texts.write(args)).param("at", now)
                .query(this::milestone).single();
        events.publishEvent(reached);
    }

    @Override
    public List<MilestoneReached> of(String caseNumber) {
        return jdbc.sql("select * from milestone where case_number = :caseNumber order by id").param("caseNumber", caseNumber)
                .query(this::milestone).list();
    }

    private MilestoneReached milestone(ResultSet row, int index) throws SQLException {
        return new MilestoneReached(row.getLong("id"), row.getString("case_number"), row.getString("applicant"),
                Milestone.valueOf(row.getString("milestone")), texts.read(row.getString("args")),
                row.getObject("reached_at", OffsetDateTime.class).toInstant());
    }
}

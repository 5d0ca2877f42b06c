package org.zhiping.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Panels with their members. Whoever changes one locks its row first, so that two members never collide. */
@Repository
class PanelTable {

    private record Member(String person, PanelScore score) {
    }

    private final JdbcClient jdbc;

    PanelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String caseNumber, String part, Instant at) {
        jdbc.sql("""
                insert into panel (case_number, part, state, opened_at) values (:case, :part, 'OPENED', :at)
                on conflict (case_number, part) where state not in ('CONCLUDED', 'DISSOLVED') do nothing
                """).param("case", caseNumber).param("part", part).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Panel> find(String caseNumber, String part) {
        return jdbc.sql("select id from panel where case_number = :case and part = :part order by id desc limit 1")
                .param("case", caseNumber).param("part", part).query(Long.class).optional().map(this::read);
    }

    /** Locks the panel at work until the transaction ends. */
    Optional<Panel> lock(String caseNumber, String part) {
        return jdbc.sql("""
                select id from panel
                where case_number = :case and part = :part and state not in ('CONCLUDED', 'DISSOLVED') for update
                """).param("case", caseNumber).param("part", part).query(Long.class).optional().map(this::read);
    }

    List<Panel> ofMember(String person) {
        return jdbc.sql("select panel_id from panel_member where person = :person order by panel_id desc")
                .param("person", person).query(Long.class).list().stream().map(this::read).toList();
    }

    private Panel read(long id) {
        List<Member> members = jdbc.sql("select * from panel_member where panel_id = :id order by position").param("id", id)
                .query((row, n) -> member(row)).list();
        return jdbc.sql("select * from panel where id = :id").param("id", id)
                .query((row, n) -> panel(row, members)).single();
    }

    void save(Panel panel) {
        PanelPlan plan = panel.plan();
        int changed = jdbc.sql("""
                update panel set state = :state, held_at = :heldAt, duration = :duration, place = :place, chair = :chair,
                    minutes = :minutes, version = version + 1
                where id = :id and version = :version
                """)
                .param("state", panel.state().name()).param("heldAt", plan.heldAt().atOffset(ZoneOffset.UTC))
                .param("duration", plan.minutes()).param("place", plan.place()).param("chair", plan.chair())
                .param("minutes", panel.minutes()).param("id", panel.id()).param("version", panel.version()).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The panel of " + panel.caseNumber() + " was changed meanwhile");
        }
        jdbc.sql("delete from panel_member where panel_id = :id").param("id", panel.id()).update();
        for (int i = 0; i < plan.members().size(); i++) {
            String person = plan.members().get(i);
            addMember(panel.id(), i, person, panel.scores().get(person));
        }
    }

    private void addMember(long panel, int position, String person, PanelScore score) {
        jdbc.sql("""
                insert into panel_member (panel_id, person, position, hundredths, opinion)
                values (:panel, :person, :position, :points, :opinion)
                """)
                .param("panel", panel).param("person", person).param("position", position)
                .param("points", score == null ? null : score.points().hundredths())
                .param("opinion", score == null ? null : score.opinion()).update();
    }

    /** Ends the panels of a case that has ended. */
    void dissolve(String caseNumber) {
        jdbc.sql("""
                update panel set state = 'DISSOLVED', version = version + 1
                where case_number = :case and state not in ('CONCLUDED', 'DISSOLVED')
                """).param("case", caseNumber).update();
    }

    private static Panel panel(ResultSet row, List<Member> members) throws SQLException {
        OffsetDateTime heldAt = row.getObject("held_at", OffsetDateTime.class);
        PanelPlan plan = heldAt == null ? null : new PanelPlan(members.stream().map(Member::person).toList(),
                row.getString("chair"), heldAt.toInstant(), row.getInt("duration"), row.getString("place"));
        Map<String, PanelScore> scores = new LinkedHashMap<>();
        members.stream().filter(member -> member.score() != null)
                .forEach(member -> scores.put(member.person(), member.score()));
        return new Panel(row.getLong("id"), row.getString("case_number"), row.getString("part"),
                PanelState.valueOf(row.getString("state")), plan, scores, row.getString("minutes"), row.getInt("version"));
    }

    private static Member member(ResultSet row) throws SQLException {
        Long points = row.getObject("hundredths", Long.class);
        return new Member(row.getString("person"),
                points == null ? null : new PanelScore(new Points(points), row.getString("opinion")));
    }
}

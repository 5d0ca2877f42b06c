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

    /** Locks the panel at work on this case, whichever part it assesses. */
    Optional<Panel> lock(String caseNumber) {
        return jdbc.sql("select id from panel where case_number = :case and state not in ('CONCLUDED', 'DISSOLVED') order by id for update")
                .param("case", caseNumber).query(Long.class).list().stream().findFirst().map(this::read);
    }

    /** The panel that has concluded this part, locked. */
    Optional<Panel> lockConcluded(String caseNumber, String part) {
        return jdbc.sql("""
                select id from panel where case_number = :case and part = :part and state = 'CONCLUDED' order by id desc limit 1 for update
                """).param("case", caseNumber).param("part", part).query(Long.class).optional().map(this::read);
    }

    List<Panel> ofMember(String person) {
        return jdbc.sql("select panel_id from panel_member where person = :person order by panel_id desc")
                .param("person", person).query(Long.class).list().stream().map(this::read).toList();
    }

    List<Panel> atWorkOf(String person) {
        return jdbc.sql("""
                select id from panel join panel_member on panel_id = id where person = :person and state not in ('CONCLUDED', 'DISSOLVED') order by id
                """).param("person", person).query(Long.class).list().stream().map(this::read).toList();
    }

    private Panel read(long id) {
        List<Member> members = jdbc.sql("select * from panel_member where panel_id = :id order by position").param("id", id)
                .query((row, n) -> member(row)).list();
        List<VoidScore> voided = jdbc.sql("select * from panel_void_score where panel_id = :id order by position").param("id", id)
                .query((row, n) -> new VoidScore(row.getString("person"), score(row))).list();
        return jdbc.sql("select * from panel where id = :id").param("id", id)
                .query((row, n) -> panel(row, members, voided)).single();
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
        jdbc.sql("delete from panel_void_score where panel_id = :id").param("id", panel.id()).update();
        for (int i = 0; i < panel.voided().size(); i++) {
            addVoid(panel.id(), i, panel.voided().get(i));
        }
    }

    private void addMember(long panel, int position, String person, PanelScore score) {
        jdbc.sql("""
                insert into panel_member (panel_id, person, position, millionths, lines, opinion)
                values (:panel, :person, :position, :points, cast(:lines as jsonb), :opinion)
                """)
                .param("panel", panel).param("person", person).param("position", position)
                .param("points", score == null ? null : score.points().millionths())
                .param("lines", score == null ? "{}" : LineColumn.write(score.marks().lines()))
                .param("opinion", score == null ? null : score.opinion()).update();
    }

    private void addVoid(long panel, int position, VoidScore given) {
        jdbc.sql("""
                insert into panel_void_score (panel_id, position, person, millionths, lines, opinion)
                values (:panel, :position, :person, :points, cast(:lines as jsonb), :opinion)
                """)
                .param("panel", panel).param("position", position).param("person", given.member())
                .param("points", given.score().points().millionths())
                .param("lines", LineColumn.write(given.score().marks().lines())).param("opinion", given.score().opinion()).update();
    }

    void addRecall(Panel panel, String reason, String by, Instant at) {
        jdbc.sql("insert into panel_recall (panel_id, reason, recalled_by, recalled_at) values (:panel, :reason, :by, :at)")
                .param("panel", panel.id()).param("reason", reason).param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Why the panel was recalled, the last reason first. */
    List<String> recallReasons(long panel) {
        return jdbc.sql("select reason from panel_recall where panel_id = :panel order by id desc").param("panel", panel)
                .query(String.class).list();
    }

    /** Ends the panels of a case that has ended. */
    List<PanelDissolved> dissolve(String caseNumber) {
        return jdbc.sql("""
                update panel set state = 'DISSOLVED', version = version + 1
                where case_number = :case and state not in ('CONCLUDED', 'DISSOLVED')
                returning part, array(select person from panel_member where panel_id = panel.id order by position) as members
                """).param("case", caseNumber)
                .query((row, n) -> new PanelDissolved(caseNumber, row.getString("part"),
                        List.of((String[]) row.getArray("members").getArray()))).list();
    }

    private static Panel panel(ResultSet row, List<Member> members, List<VoidScore> voided) throws SQLException {
        OffsetDateTime heldAt = row.getObject("held_at", OffsetDateTime.class);
        PanelPlan plan = heldAt == null ? null : new PanelPlan(members.stream().map(Member::person).toList(),
                row.getString("chair"), heldAt.toInstant(), row.getInt("duration"), row.getString("place"));
        Map<String, PanelScore> scores = new LinkedHashMap<>();
        members.stream().filter(member -> member.score() != null)
                .forEach(member -> scores.put(member.person(), member.score()));
        return new Panel(row.getLong("id"), row.getString("case_number"), row.getString("part"),
                PanelState.valueOf(row.getString("state")), plan, scores, voided, row.getString("minutes"), row.getInt("version"));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(row.getString("person"), row.getString("opinion") == null ? null : score(row));
    }

    private static PanelScore score(ResultSet row) throws SQLException {
        return new PanelScore(LineColumn.marks(row.getObject("millionths", Long.class), row.getString("lines")), row.getString("opinion"));
    }
}

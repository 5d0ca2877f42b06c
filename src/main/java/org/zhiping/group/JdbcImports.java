package org.zhiping.group;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;

/** The files that were handed in. The queue is told by the database server's clock, what people read by the product's own. */
@Repository
class JdbcImports {

    private static final TypeReference<String> TEXT = new TypeReference<>() { };
    private static final TypeReference<List<Note>> NOTES = new TypeReference<>() { };
    private static final String RUNNING = "('CHECKING', 'IMPORTING', 'SUBMITTING')";

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Clock clock;

    JdbcImports(JdbcClient jdbc, Sealed sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    String add(String agent, String round, UUID sheet, String sheetName, UUID archive, String archiveName) {
        String number = "G%d%06d".formatted(LocalDate.now(clock).getYear(),
                jdbc.sql("select nextval('group_import_number')").query(Long.class).single());
        jdbc.sql("""
                insert into group_import (number, agent, round_number, sheet, sheet_name, archive, archive_name, declared_at, state, started_at)
                values (:number, :agent, :round, :sheet, :sheetName, :archive, :archiveName, :now, 'CHECKING', :now)
                """)
                .param("number", number).param("agent", agent).param("round", round).param("sheet", sheet)
                .param("sheetName", sealed.seal(sheetName)).param("archive", archive).param("archiveName", sealed.seal(archiveName))
                .param("now", now()).update();
        return number;
    }

    GroupImport find(String number) {
        return read(number, "");
    }

    /** Nobody else changes its state until the transaction ends. */
    GroupImport lock(String number) {
        return read(number, " for update");
    }

    private GroupImport read(String number, String clause) {
        return jdbc.sql("select * from group_import where number = :number" + clause).param("number", number).query(this::row).optional()
                .orElseThrow(() -> Refusal.notFound("group-import-not-found"));
    }

    /** Newest first; {@code agent} null for everybody's. */
    List<GroupImport> page(String agent, int limit, long offset) {
        return jdbc.sql("""
                select * from group_import where cast(:agent as text) is null or agent = :agent
                order by number desc limit :limit offset :offset
                """).param("agent", agent).param("limit", limit).param("offset", offset).query(this::row).list();
    }

    /** One on which nobody works; whoever takes it has it until the lease ends. */
    Optional<GroupImport> take(Duration lease) {
        return jdbc.sql("""
                update group_import set due_at = now() + :lease * interval '1 millisecond'
                where number = (select number from group_import where state in %s and due_at <= now()
                                order by due_at limit 1 for update skip locked)
                returning *""".formatted(RUNNING)).param("lease", lease.toMillis()).query(this::row).optional();
    }

    /** @return whether the work goes on: nobody has cancelled it */
    boolean prolong(String number, Duration lease) {
        return jdbc.sql("""
                update group_import set due_at = now() + :lease * interval '1 millisecond'
                where number = :number and state in %s returning not cancelling""".formatted(RUNNING))
                .param("number", number).param("lease", lease.toMillis()).query(Boolean.class).optional().orElse(false);
    }

    void archive(String number, UUID archive, String name) {
        jdbc.sql("update group_import set archive = :archive, archive_name = :name where number = :number").param("number", number)
                .param("archive", archive).param("name", sealed.seal(name)).update();
    }

    void release(String number) {
        jdbc.sql("update group_import set due_at = now() where number = :number").param("number", number).update();
    }

    void total(String number, int total) {
        jdbc.sql("update group_import set total = :total where number = :number").param("number", number).param("total", total).update();
    }

    void notes(String number, List<Note> notes) {
        jdbc.sql("update group_import set notes = :notes where number = :number").param("number", number)
                .param("notes", sealed.seal(notes)).update();
    }

    /** Changes nothing when it is in another state meanwhile. */
    void move(String number, State from, State to) {
        jdbc.sql("""
                update group_import set state = :to, cancelling = false, due_at = now(), ended_at = :endedAt
                where number = :number and state = :from
                """).param("number", number).param("from", from.name()).param("to", to.name())
                .param("endedAt", to.running() ? null : now()).update();
    }

    /** Those whose files are still there, by number. */
    List<GroupImport> endedBefore(Instant moment, String after, int limit) {
        return jdbc.sql("""
                select * from group_import where ended_at < :moment and sheet is not null and state not in %s and number collate "C" > :after
                order by number collate "C" limit :limit""".formatted(RUNNING))
                .param("moment", moment.atOffset(ZoneOffset.UTC)).param("after", after).param("limit", limit).query(this::row).list();
    }

    /** Forgets everything of it but that it was. */
    void empty(String number) {
        jdbc.sql("delete from group_row where import = :number").param("number", number).update();
        jdbc.sql("delete from group_file where import = :number").param("number", number).update();
        jdbc.sql("""
                update group_import set sheet = null, archive = null, sheet_name = :none, archive_name = null, notes = null
                where number = :number""").param("none", sealed.seal("")).param("number", number).update();
    }

    void cancel(String number) {
        jdbc.sql("update group_import set cancelling = true where number = :number").param("number", number).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private GroupImport row(ResultSet row, int n) throws SQLException {
        List<Note> notes = sealed.open(row.getString("notes"), NOTES);
        return new GroupImport(row.getString("number"), row.getString("agent"), row.getString("round_number"),
                row.getObject("sheet", UUID.class), sealed.open(row.getString("sheet_name"), TEXT), row.getObject("archive", UUID.class),
                sealed.open(row.getString("archive_name"), TEXT), instant(row, "declared_at"), State.valueOf(row.getString("state")),
                row.getBoolean("cancelling"), row.getInt("total"), notes == null ? List.of() : notes, instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

package org.zhiping.group;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of the archives. */
@Repository
class JdbcFiles {

    private static final TypeReference<String> TEXT = new TypeReference<>() { };
    private static final TypeReference<Note> NOTE = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Sealed sealed;

    JdbcFiles(JdbcClient jdbc, JdbcTemplate batches, Sealed sealed) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sealed = sealed;
    }

    void add(String number, List<ArchiveFile> files) {
        batches.batchUpdate("""
                insert into group_file (import, entry, name, sha256, line, material, problem) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, files.stream().map(file -> new Object[] {number, file.entry(), sealed.seal(file.name()), file.sha256(), file.line(),
                    file.material(), file.problem()}).toList());
    }

    int last(String number) {
        return jdbc.sql("select coalesce(max(entry), 0) from group_file where import = :import").param("import", number)
                .query(Integer.class).single();
    }

    List<ArchiveFile> of(String number, Collection<Integer> lines) {
        return jdbc.sql("select * from group_file where import = :import and line = any(:lines) order by entry").param("import", number)
                .param("lines", lines.toArray(Integer[]::new)).query(this::file).list();
    }

    /** Those that belong to no row, or were refused when they were attached. */
    List<ArchiveFile> troubled(String number, int limit) {
        return jdbc.sql("""
                select * from group_file where import = :import and (problem is not null or said is not null) order by entry limit :limit
                """).param("import", number).param("limit", limit).query(this::file).list();
    }

    /** Assigned, belonging to none, refused. */
    public record Counts(int assigned, int unassigned, int refused) {
    }

    Counts counts(String number) {
        return jdbc.sql("""
                select count(*) filter (where problem is null) as assigned, count(*) filter (where problem is not null) as unassigned,
                       count(*) filter (where said is not null) as refused
                from group_file where import = :import
                """).param("import", number).query(Counts.class).single();
    }

    /** Those of rows that have a case, or get one now. @return how many */
    int plan(String number) {
        return jdbc.sql("""
                update group_file set todo = true, said = null from group_row
                where group_file.import = :import and problem is null and group_row.import = group_file.import
                  and group_row.line = group_file.line and group_row.change in ('NEW', 'CHANGED', 'UNCHANGED')
                """).param("import", number).update();
    }

    int left(String number) {
        return jdbc.sql("select count(*) from group_file where import = :import and todo").param("import", number).query(Integer.class).single();
    }

    void forgetPlan(String number) {
        jdbc.sql("update group_file set todo = false where import = :import and todo").param("import", number).update();
    }

    void forget(String number) {
        jdbc.sql("delete from group_file where import = :import").param("import", number).update();
    }

    /** Where it is still to be attached and no other worker does; nobody else gets it until the transaction ends. */
    Optional<ArchiveFile> take(String number, int entry) {
        return jdbc.sql("select * from group_file where import = :import and entry = :entry and todo for update skip locked")
                .param("import", number).param("entry", entry).query(this::file).optional();
    }

    void done(String number, int entry, Note said) {
        jdbc.sql("update group_file set todo = false, said = :said where import = :import and entry = :entry").param("import", number)
                .param("entry", entry).param("said", sealed.seal(said)).update();
    }

    private ArchiveFile file(ResultSet row, int n) throws SQLException {
        return new ArchiveFile(row.getInt("entry"), sealed.open(row.getString("name"), TEXT), row.getString("sha256"),
                row.getObject("line", Integer.class), row.getString("material"), row.getString("problem"), sealed.open(row.getString("said"), NOTE));
    }
}

package org.zhiping.group;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the files. */
@Repository
class JdbcRows {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() { };
    private static final TypeReference<GroupRow.Report> REPORT = new TypeReference<>() { };
    private static final TypeReference<List<Note>> NOTES = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Sealed sealed;

    JdbcRows(JdbcClient jdbc, JdbcTemplate batches, Sealed sealed) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sealed = sealed;
    }

    /** A line that is there already stays as it is. */
    void add(String number, List<GroupRow> rows) {
        batches.batchUpdate("""
                insert into group_row (import, line, person, phone, level, content, digest, change, eligibility, missing, report, account, case_number)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows.stream().map(row -> new Object[] {number, row.line(), row.person(), row.phone(), row.level(), sealed.seal(row.cells()),
                    row.digest(), row.change().name(), row.eligibility(), row.missing(), sealed.seal(row.report()), row.account(),
                    row.caseNumber()}).toList());
    }

    /** Rows that were taken over into this account, by the number of their file. */
    Map<String, List<GroupRow>> ofAccount(String account) {
        return jdbc.sql("select * from group_row where account = :account order by import, line").param("account", account)
                .query((row, n) -> Map.entry(row.getString("import"), row(row, n))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    int last(String number) {
        return jdbc.sql("select coalesce(max(line), 0) from group_row where import = :import").param("import", number).query(Integer.class).single();
    }

    /** Lines of people and levels that an earlier line has already, with that earlier line. */
    Map<Integer, Integer> repeated(String number) {
        return jdbc.sql("""
                select line, first from (select line, change, min(line) over (partition by person, level) as first
                                         from group_row where import = :import and person is not null) as seen
                where line <> first and change <> 'FAULTY' limit 10000
                """).param("import", number).query((row, n) -> Map.entry(row.getInt("line"), row.getInt("first"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lines with the number of somebody else of an earlier line, with that earlier line. */
    Map<Integer, Integer> sharing(String number) {
        return jdbc.sql("""
                select line, first from (select line, change, person, first_value(person) over by_phone as owner,
                                                first_value(line) over by_phone as first
                                         from group_row where import = :import and phone is not null and person is not null
                                         window by_phone as (partition by phone order by line)) as seen
                where person <> owner and change <> 'FAULTY' limit 10000
                """).param("import", number).query((row, n) -> Map.entry(row.getInt("line"), row.getInt("first"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    GroupRow find(String number, int line) {
        return jdbc.sql("select * from group_row where import = :import and line = :line").param("import", number).param("line", line)
                .query(this::row).single();
    }

    /** Lines of this person; none where the document is in no row. */
    List<Integer> linesOf(String number, Collection<String> people) {
        return jdbc.sql("select line from group_row where import = :import and person = any(:people) order by line").param("import", number)
                .param("people", people.toArray(String[]::new)).query(Integer.class).list();
    }

    boolean has(String number, int line) {
        return jdbc.sql("select exists (select 1 from group_row where import = :import and line = :line)").param("import", number)
                .param("line", line).query(Boolean.class).single();
    }

    void report(String number, GroupRow row) {
        jdbc.sql("update group_row set change = :change, missing = :missing, report = :report where import = :import and line = :line")
                .param("change", row.change().name()).param("missing", row.missing()).param("report", sealed.seal(row.report()))
                .param("import", number).param("line", row.line()).update();
    }

    void report(String number, List<GroupRow> rows) {
        batches.batchUpdate("update group_row set missing = ?, report = ? where import = ? and line = ?", rows.stream()
                .map(row -> new Object[] {row.missing(), sealed.seal(row.report()), number, row.line()}).toList());
    }

    /** The next lines after this one, in order. */
    List<GroupRow> after(String number, int line, Filter filter, int limit) {
        return jdbc.sql("select * from group_row where import = :import and line > :line and " + filter.condition() + " order by line limit :limit")
                .param("import", number).param("line", line).param("limit", limit).query(this::row).list();
    }

    List<GroupRow> page(String number, Filter filter, int limit, long offset) {
        return jdbc.sql("select * from group_row where import = :import and " + filter.condition() + " order by line limit :limit offset :offset")
                .param("import", number).param("limit", limit).param("offset", offset).query(this::row).list();
    }

    /** How many rows each filter shows. */
    Map<Filter, Integer> counts(String number) {
        String counts = Arrays.stream(Filter.values())
                .map(filter -> "count(*) filter (where " + filter.condition() + ") as " + filter.name()).collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from group_row where import = :import").param("import", number).query((row, n) -> {
            Map<Filter, Integer> all = new EnumMap<>(Filter.class);
            for (Filter filter : Filter.values()) {
                all.put(filter, row.getInt(filter.name()));
            }
            return all;
        }).single();
    }

    /** What the next stage is to do. @return how many rows */
    int plan(String number, String todo, String condition) {
        return jdbc.sql("update group_row set todo = :todo, result = case when :todo = 'IMPORT' then null else result end, said = null "
                + "where import = :import and " + condition).param("todo", todo).param("import", number).update();
    }

    int left(String number) {
        return jdbc.sql("select count(*) from group_row where import = :import and todo is not null").param("import", number)
                .query(Integer.class).single();
    }

    int size(String number) {
        return jdbc.sql("select count(*) from group_row where import = :import").param("import", number).query(Integer.class).single();
    }

    void forgetPlan(String number) {
        jdbc.sql("update group_row set todo = null where import = :import and todo is not null").param("import", number).update();
    }

    /** The first row that is to be done and that no other worker holds; nobody else gets it until the transaction ends. */
    Optional<GroupRow> take(String number) {
        return jdbc.sql("""
                select * from group_row where import = :import and todo is not null order by line limit 1 for update skip locked
                """).param("import", number).query(this::row).optional();
    }

    void done(String number, int line, String result, String account, String caseNumber, List<Note> said) {
        jdbc.sql("""
                update group_row set todo = null, result = :result, said = :said, account = coalesce(:account, account),
                       case_number = coalesce(:caseNumber, case_number)
                where import = :import and line = :line and todo is not null
                """).param("import", number).param("line", line).param("result", result).param("said", sealed.seal(said))
                .param("account", account).param("caseNumber", caseNumber).update();
    }

    private GroupRow row(ResultSet row, int n) throws SQLException {
        return new GroupRow(row.getInt("line"), row.getString("person"), row.getString("phone"), row.getString("level"), sealed.open(row.getString("content"), CELLS),
                row.getString("digest"), Change.valueOf(row.getString("change")), row.getString("eligibility"), row.getInt("missing"),
                sealed.open(row.getString("report"), REPORT), row.getString("account"), row.getString("case_number"), row.getString("result"),
                sealed.open(row.getString("said"), NOTES));
    }
}

package org.zhiping.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.record.CaseRecords.Fault;

@Repository
class JdbcRecordChecks implements RecordChecks {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final JdbcCaseRecords records;
    private final Clock clock;

    JdbcRecordChecks(JdbcClient jdbc, JdbcCaseRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void ask(String by) {
        jdbc.sql("""
                insert into case_record_check (begun_at, begun_by)
                select :now, :by where not exists (select 1 from case_record_check where ended_at is null)
                """).param("now", now()).param("by", by).update();
    }

    @Override
    public List<Check> latest(int most) {
        return jdbc.sql("select * from case_record_check order by id desc limit :most").param("most", most).query(this::check).list();
    }

    @Override
    public List<Fault> faults(long check, int most) {
        return jdbc.sql("select * from case_record_fault where check_id = :check order by case_number limit :most").param("check", check).param("most", most)
                .query((row, n) -> new Fault(row.getString("case_number"), row.getInt("position"), Fault.Kind.valueOf(row.getString("fault")))).list();
    }

    /** One that was asked for and that no other server is at; it stays locked with the transaction. */
    Optional<Long> next() {
        return jdbc.sql("select id from case_record_check where ended_at is null order by id limit 1 for update skip locked").query(Long.class).optional();
    }

    /** Goes through all cases, and through entries whose case has no end. */
    void run(long check) {
        long cases = 0;
        long entries = 0;
        long broken = missingEnds(check);
        Map<String, Chain.End> page = ends("");
        while (!page.isEmpty()) {
            Map<String, List<Entry>> found = records.of(page.keySet()).stream().collect(Collectors.groupingBy(Entry::caseNumber));
            for (Map.Entry<String, Chain.End> end : page.entrySet()) {
                List<Entry> record = found.getOrDefault(end.getKey(), List.of());
                cases++;
                entries += record.size();
                broken += Chain.fault(end.getKey(), record, end.getValue()).map(fault -> note(check, fault)).orElse(0);
            }
            page = ends(((TreeMap<String, Chain.End>) page).lastKey());
        }
        jdbc.sql("update case_record_check set ended_at = :now, cases = :cases, entries = :entries, broken = :broken where id = :check")
                .param("now", now()).param("cases", cases).param("entries", entries).param("broken", broken).param("check", check).update();
    }

    /** A page of cases in the order of their numbers. */
    private Map<String, Chain.End> ends(String after) {
        Map<String, Chain.End> ends = new TreeMap<>();
        jdbc.sql("""
                select case_number, entries, hash from case_record_head where case_number collate "C" > :after order by case_number collate "C" limit :page
                """).param("after", after).param("page", PAGE)
                .query((row, n) -> ends.put(row.getString("case_number"), new Chain.End(row.getInt("entries"), row.getBytes("hash")))).list();
        return ends;
    }

    private long missingEnds(long check) {
        return jdbc.sql("""
                select distinct case_number from case_record entry
                where not exists (select 1 from case_record_head head where head.case_number = entry.case_number)
                """).query(String.class).list().stream().mapToInt(number -> note(check, new Fault(number, 0, Fault.Kind.END))).sum();
    }

    private int note(long check, Fault fault) {
        return jdbc.sql("insert into case_record_fault (check_id, case_number, position, fault) values (:check, :case, :position, :fault)")
                .param("check", check).param("case", fault.caseNumber()).param("position", fault.position()).param("fault", fault.kind().name()).update();
    }

    private Check check(ResultSet row, int n) throws SQLException {
        return new Check(row.getLong("id"), instant(row, "begun_at"), instant(row, "ended_at"), row.getString("begun_by"), row.getLong("cases"),
                row.getLong("entries"), row.getLong("broken"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

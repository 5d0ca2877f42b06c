package org.zhiping.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Vault;
import org.zhiping.record.Entry.Content;

/** Rows of case records. Positions and hashes are given by a trigger, which also keeps every row as it is. */
@Repository
class JdbcCaseRecords implements CaseRecords {

    private static final int SALT = 16;

    /** A row before the database has chained it. */
    private record Row(String caseNumber, Act act, Content content, byte[] digest) {
    }

    private final JdbcClient jdbc;
    private final TakeOver takeOver;
    private final Accounts accounts;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, String> names = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    JdbcCaseRecords(JdbcClient jdbc, TakeOver takeOver, Accounts accounts, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.takeOver = takeOver;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void add(CaseAct act) {
        PendingActs.add(new Act(act, clock.instant(), false), this::write);
    }

    /** One statement for all of them, in the order of the case numbers, so that two writers never wait for each other crosswise. */
    void write(List<Act> acts) {
        List<Act> all = new ArrayList<>(takeOver.before(acts.stream().flatMap(act -> act.said().cases().stream()).distinct().sorted().toList()));
        all.addAll(acts);
        insert(all);
    }

    void takeOver(List<String> cases) {
        insert(takeOver.before(cases));
    }

    private void insert(List<Act> all) {
        List<Row> rows = all.stream().flatMap(act -> act.said().cases().stream().map(number -> row(number, act))).toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into case_record (case_number, at, kind, actor, role, basis, sealed, taken_over, digest)
                select case_number, at, kind, actor, role, basis::jsonb, sealed, taken_over, digest
                from unnest(:cases::text[], :ats::timestamptz[], :kinds::text[], :actors::text[], :roles::text[], :bases::text[], :sealed::text[],
                            :taken::boolean[], :digests::bytea[]) with ordinality
                     as entry (case_number, at, kind, actor, role, basis, sealed, taken_over, digest, n)
                order by case_number, n
                """)
                .param("cases", each(rows, Row::caseNumber)).param("ats", each(rows, row -> at(row.act()).toString()))
                .param("kinds", each(rows, row -> row.act().said().kind())).param("actors", each(rows, row -> row.act().said().by()))
                .param("roles", each(rows, row -> row.act().said().role())).param("bases", each(rows, row -> RecordJson.of(row.act().said().basis())))
                .param("sealed", each(rows, row -> seal(row.caseNumber(), row.content())))
                .param("taken", rows.stream().map(row -> row.act().takenOver()).toArray(Boolean[]::new))
                .param("digests", rows.stream().map(Row::digest).toArray(byte[][]::new)).update();
    }

    private Row row(String caseNumber, Act act) {
        CaseAct said = act.said();
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Content content = new Content(HexFormat.of().formatHex(salt), name(said.by()), new TreeMap<>(said.details()));
        return new Row(caseNumber, act, content,
                Entry.digest(caseNumber, at(act), said.kind(), said.by(), said.role(), said.basis(), content, act.takenOver()));
    }

    /** As the database keeps it. */
    private static Instant at(Act act) {
        return act.at().truncatedTo(ChronoUnit.MICROS);
    }

    private String name(String account) {
        return account == null ? "" : names.get(account, accounts::nameOf);
    }

    @Override
    public List<Entry> of(String caseNumber) {
        return jdbc.sql("select * from case_record where case_number = :case order by position").param("case", caseNumber).query(this::entry).list();
    }

    /** These cases without those whose record has the same of this person since then. */
    List<String> without(List<String> caseNumbers, String kind, String by, Map<String, String> details, Instant since) {
        Set<String> known = jdbc.sql("select * from case_record where case_number = any(:cases) and kind = :kind and actor = :by and at >= :since")
                .param("cases", caseNumbers.toArray(String[]::new)).param("kind", kind).param("by", by)
                .param("since", since.atOffset(ZoneOffset.UTC)).query(this::entry).list().stream()
                .filter(entry -> entry.details().equals(details)).map(Entry::caseNumber).collect(Collectors.toSet());
        return caseNumbers.stream().filter(number -> !known.contains(number)).toList();
    }

    /** In the order of cases and positions. */
    List<Entry> of(Collection<String> caseNumbers) {
        return jdbc.sql("select * from case_record where case_number = any(:cases) order by case_number, position")
                .param("cases", caseNumbers.toArray(String[]::new)).query(this::entry).list();
    }

    @Override
    public CaseRecord find(String caseNumber) {
        Optional<Chain.End> end = jdbc.sql("select entries, hash from case_record_head where case_number = :case").param("case", caseNumber)
                .query((row, n) -> new Chain.End(row.getInt("entries"), row.getBytes("hash"))).optional();
        List<Entry> entries = of(caseNumber);
        return new CaseRecord(caseNumber, entries, Chain.fault(caseNumber, entries, end.orElse(null)).orElse(null));
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new Entry(caseNumber, row.getInt("position"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("kind"),
                row.getString("actor"), row.getString("role"), RecordJson.texts(row.getString("basis")), open(caseNumber, row.getString("sealed")),
                row.getBoolean("taken_over"), row.getBytes("digest"), row.getBytes("hash"));
    }

    private String seal(String caseNumber, Content content) {
        return Base64.getEncoder().encodeToString(vault.encrypt(RecordJson.of(content).getBytes(StandardCharsets.UTF_8), context(caseNumber)));
    }

    /** What does not open was changed, or moved here from another case: the check says so, and the page still opens. */
    private Content open(String caseNumber, String sealed) {
        try {
            return sealed == null ? null
                    : RecordJson.content(new String(vault.decrypt(Base64.getDecoder().decode(sealed), context(caseNumber)), StandardCharsets.UTF_8));
        } catch (IllegalStateException | IllegalArgumentException changed) {
            return Content.UNREADABLE;
        }
    }

    /** Nothing that is encrypted can be moved to another case. */
    private static byte[] context(String caseNumber) {
        return caseNumber.getBytes(StandardCharsets.UTF_8);
    }

    private static String[] each(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}

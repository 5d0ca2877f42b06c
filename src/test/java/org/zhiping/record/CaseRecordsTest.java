package org.zhiping.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Retained;
import org.zhiping.platform.TestVault;
import org.zhiping.platform.Vault;
import org.zhiping.record.CaseRecords.Fault;

/** The record on PostgreSQL: entries stay as they are, and whoever gets around that is found out. */
class CaseRecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:02:03.456789123Z");
    private static final String CASE = "ZP202600000001";
    private static final String OTHER = "ZP202600000002";

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final Vault vault = TestVault.create();
    private final Accounts accounts = mock(Accounts.class);
    private final JdbcCaseRecords records = new JdbcCaseRecords(jdbc, new TakeOver(jdbc), accounts, vault, Clock.fixed(NOW, ZoneOffset.UTC));

    CaseRecordsTest() {
        when(accounts.nameOf(anyString())).thenCallRealMethod();
        when(accounts.find(anyString())).thenReturn(Optional.empty());
    }

    @Test
    void anEntrySaysWhoDidWhatOnWhatBasis() {
        records.add(new CaseAct(List.of(CASE), "task-completed", "officer", "acceptance-officer",
                Map.of("form", "review-materials", "formVersion", "3"), Map.of("outcome", "returned", "reason", "身份证𠮷复印件不清晰")));
        assertThat(records.of(CASE)).singleElement().satisfies(entry -> {
            assertThat(entry.position()).isEqualTo(1);
            assertThat(entry.at()).isEqualTo("2026-11-23T01:02:03.456789Z");
            assertThat(entry.actor()).isEqualTo("officer");
            assertThat(entry.basis()).containsEntry("formVersion", "3");
            assertThat(entry.details()).containsEntry("reason", "身份证𠮷复印件不清晰");
        });
        assertThat(jdbc.sql("select sealed || basis from case_record").query(String.class).single()).doesNotContain("returned").contains("review-materials");
        assertThat(records.find(CASE).fault()).isNull();
    }

    @Test
    void whatIsRolledBackIsNotWritten() {
        transaction.executeWithoutResult(status -> {
            act(CASE);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            act(CASE);
            assertThat(records.of(CASE)).as("before it commits").isEmpty();
        });
        assertThat(records.of(CASE)).hasSize(1);
    }

    @Test
    void oneActInManyCasesIsAnEntryOfEach() {
        records.add(CaseAct.of(List.of(OTHER, CASE), "scorer-replaced", "planner", "exam-officer", Map.of()));
        act(CASE);
        assertThat(records.of(CASE)).extracting(Entry::position).containsExactly(1, 2);
        assertThat(records.of(OTHER)).hasSize(1);
        assertThat(records.find(CASE).fault()).isNull();
        assertThat(records.find(OTHER).fault()).isNull();
    }

    @Test
    void writersOfOneCaseInTheSameMomentAreOneChain() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8).mapToObj(n -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 5; i++) {
                records.add(CaseAct.of(n % 2 == 0 ? List.of(CASE, OTHER) : List.of(OTHER, CASE), "task-claimed", "officer", "", Map.of()));
            }
        })).toList();
        writers.forEach(CompletableFuture::join);
        assertThat(records.of(CASE)).hasSize(40);
        assertThat(records.find(CASE).fault()).isNull();
        assertThat(records.find(OTHER).fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update case_record set kind = 'task-claimed'", "update case_record set at = now()", "update case_record set sealed = null, erased_at = now()",
        "delete from case_record", "truncate case_record", "delete from case_record_head", "update case_record_head set entries = entries + 1",
        "truncate case_record_head"})
    void noEntryIsEverChanged(String sql) {
        act(CASE);
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("is never changed or deleted");
        assertThat(records.find(CASE).fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update case_record set kind = 'task-claimed', sealed = sealed", "update case_record set position = position + 1", "delete from case_record"})
    void neitherResealingNorRetentionLetMoreThrough(String sql) {
        act(CASE);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            set("zhiping.resealing");
            set("zhiping.retention");
            jdbc.sql(sql).update();
        })).hasMessageContaining("is never changed or deleted");
    }

    /** By somebody who may switch the triggers off, but has no keys of the vault. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update case_record set kind = 'task-claimed' where position = 2|2|CHANGED",
        "update case_record set at = at + interval '1 day' where position = 3|3|CHANGED",
        "update case_record set actor = 'somebody' where position = 1|1|CHANGED",
        "update case_record set basis = '{\"form\":\"other\"}' where position = 1|1|CHANGED",
        "update case_record one set sealed = other.sealed from case_record other where one.position = 1 and other.position = 2|1|CHANGED",
        "update case_record set sealed = 'AAAA' where position = 2|2|CHANGED",
        "delete from case_record where position = 2|2|MISSING",
        "delete from case_record where position = 3|2|END",
        "update case_record set hash = sha256(hash) where position = 2|2|LINK",
        "update case_record set digest = sha256(digest) where position = 2|2|CHANGED"})
    void aPlantedChangeIsFound(String sql, int position, Fault.Kind kind) {
        IntStream.range(0, 3).forEach(n -> act(CASE));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
        assertThat(records.find(CASE).fault()).isEqualTo(new Fault(CASE, position, kind));
    }

    @Test
    void aWholeRecordThatIsGoneIsMissed() {
        act(CASE);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from case_record").update();
        });
        assertThat(records.find(CASE).fault()).isEqualTo(new Fault(CASE, 0, Fault.Kind.END));
    }

    @Test
    void theNightlyCheckNamesTheCasesThatDoNotFit() {
        JdbcRecordChecks checks = new JdbcRecordChecks(jdbc, records, Clock.fixed(NOW, ZoneOffset.UTC));
        IntStream.range(0, 3).forEach(n -> act(CASE));
        act(OTHER);
        act("ZP202600000003");
        checks.ask("supervisor");
        checks.ask("supervisor");
        checks.run(checks.next().orElseThrow());
        assertThat(checks.latest(2)).singleElement().satisfies(check -> assertThat(List.of(check.cases(), check.entries(), check.broken())).containsExactly(3L, 5L, 0L));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update case_record set kind = 'task-claimed' where case_number = :case and position = 2").param("case", CASE).update();
            jdbc.sql("delete from case_record_head where case_number = :case").param("case", OTHER).update();
        });
        checks.ask("");
        checks.run(checks.next().orElseThrow());
        RecordChecks.Check last = checks.latest(1).get(0);
        assertThat(last.broken()).isEqualTo(2);
        assertThat(checks.faults(last.id(), 10)).containsExactly(new Fault(CASE, 2, Fault.Kind.CHANGED), new Fault(OTHER, 0, Fault.Kind.END));
    }

    @Test
    void casesOfBeforeAreTakenOverOnceAndBeforeAnythingNew() {
        DataSource old = TestDatabase.at("20");
        JdbcClient before = JdbcClient.create(old);
        before.sql("insert into round values ('R1', 's', 'e', '{L}', '{}', now(), now() + interval '1 day', null, '{}', 'OPEN')").update();
        for (String number : List.of(CASE, OTHER)) {
            before.sql("""
                    insert into application (case_number, round_number, standard, edition, level, direction, applicant, applicant_name, status, claims, confirmation,
                                             started_at, submitted_at)
                    values (:case, 'R1', 's', 'e', 'L', '', 'applicant-' || :case, 'x', 'RETURNED', 'x', 'x', now(), now())
                    """).param("case", number).update();
            before.sql("""
                    insert into milestone (case_number, applicant, milestone, args, reached_at)
                    values (:case, 'applicant-' || :case, 'SUBMITTED', '{}', '2026-11-01Z'), (:case, 'applicant-' || :case, 'RETURNED', '{"reason":"不清晰"}', '2026-11-03Z')
                    """).param("case", number).update();
            before.sql("insert into review_round values (:case, 1, '2026-11-01Z', '2026-11-03Z', 'officer', 'returned', '不清晰', 0)").param("case", number).update();
            before.sql("insert into duty (case_number, task, account_id, done_at) values (:case, 'review-materials', 'officer', '2026-11-02Z')")
                    .param("case", number).update();
        }
        Flyway.configure().dataSource(old).locations("classpath:db/migration").load().migrate();
        before.sql("insert into duty (case_number, task, account_id, done_at) values (:case, 'approve-result', 'approver', now())").param("case", CASE).update();
        TakeOver takeOver = new TakeOver(before);
        JdbcCaseRecords upgraded = new JdbcCaseRecords(before, takeOver, accounts, vault, Clock.fixed(NOW, ZoneOffset.UTC));
        upgraded.add(CaseAct.of(CASE, "supplemented", "applicant-1", "applicant", Map.of()));
        assertThat(upgraded.of(CASE)).extracting(Entry::kind).containsExactly("submitted", "task-completed", "returned", "supplemented");
        assertThat(upgraded.of(CASE)).extracting(Entry::takenOver).containsExactly(true, true, true, false);
        assertThat(upgraded.of(CASE).get(1).details()).containsEntry("outcome", "returned").containsEntry("task", "review-materials");
        assertThat(upgraded.of(CASE).get(0).actor()).isEqualTo("applicant-" + CASE);
        new TakingOver(takeOver, upgraded, new DataSourceTransactionManager(old)).work();
        assertThat(takeOver.left()).isFalse();
        assertThat(upgraded.of(OTHER)).hasSize(3);
        assertThat(upgraded.find(CASE).fault()).isNull();
        assertThat(upgraded.find(OTHER).fault()).isNull();
    }

    @Test
    void anErasedEntryStaysInItsChain() {
        act(CASE);
        act(CASE);
        transaction.executeWithoutResult(status -> {
            set("zhiping.retention");
            new RetainedRecords(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).delete(new Retained.Item(CASE, CASE, NOW), "retention");
        });
        act(CASE);
        assertThat(records.find(CASE).fault()).isNull();
        assertThat(records.of(CASE)).extracting(Entry::erased).containsExactly(true, true, false);
        assertThat(records.of(CASE).get(0).actor()).isEqualTo("officer");
    }

    @Test
    void sealedAgainItSaysTheSame() {
        act(CASE);
        String before = jdbc.sql("select sealed from case_record").query(String.class).single();
        byte[] context = CASE.getBytes();
        String again = Base64.getEncoder().encodeToString(vault.encrypt(vault.decrypt(Base64.getDecoder().decode(before), context), context));
        transaction.executeWithoutResult(status -> {
            set("zhiping.resealing");
            jdbc.sql("update case_record set sealed = :sealed").param("sealed", again).update();
        });
        assertThat(again).isNotEqualTo(before);
        assertThat(records.find(CASE).fault()).isNull();
    }

    private void act(String caseNumber) {
        records.add(CaseAct.of(caseNumber, "task-completed", "officer", "acceptance-officer", Map.of("outcome", "accepted")));
    }

    private void set(String setting) {
        jdbc.sql("select set_config(:setting, 'on', true)").param("setting", setting).query(String.class).single();
    }
}

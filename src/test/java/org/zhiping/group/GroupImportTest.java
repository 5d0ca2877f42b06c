package org.zhiping.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;
import org.zhiping.ProductTest;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Retained;

/** A file of applicants from the dry run to cases that are handed in, and again. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class GroupImportTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired GroupImports imports;
    @Autowired GroupWork work;
    @Autowired ImportViews views;
    @Autowired JdbcRows rows;
    @Autowired RowImport rowImport;
    @Autowired GroupRetained retained;
    @Autowired GroupHeldData held;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired Intake intake;
    @Autowired Rounds rounds;
    @Autowired JdbcClient jdbc;
    @Autowired HikariDataSource pool;
    String agent;
    String other;
    Round round;

    @BeforeEach
    void agents() {
        agent = "agent-" + NUMBER.incrementAndGet();
        other = "agent-" + NUMBER.incrementAndGet();
        accounts.create(agent, "许经办", "某学校", Set.of(Role.GROUP_AGENT), "correct-horse-7", "test");
        accounts.create(other, "何经办", "某公司", Set.of(Role.GROUP_AGENT), "correct-horse-7", "test");
        round = rounds.open().stream().filter(one -> one.standard().equals("all-media-operator")).findFirst().orElseThrow();
    }

    private static String id() {
        return SheetMaker.id();
    }

    private static String phone() {
        return SheetMaker.phone();
    }

    private String handed(String by, SheetMaker sheet, byte[] zip) throws IOException {
        String number = imports.hand(by, round.number(), new GroupImports.Upload("报名表.xlsx", new ByteArrayInputStream(sheet.xlsx())),
                zip == null ? null : new GroupImports.Upload("材料.zip", new ByteArrayInputStream(zip)), true).number();
        workAll();
        return number;
    }

    private void workAll() {
        while (work.once(() -> true)) {
            // until nothing is left to be done
        }
    }

    private String imported(String by, SheetMaker sheet, byte[] zip) throws IOException {
        String number = handed(by, sheet, zip);
        imports.take(by, number, false);
        workAll();
        return number;
    }

    private ImportViews.Line line(String by, String number, int line) {
        return detail(by, number).lines().stream().filter(one -> one.line() == line).findFirst().orElseThrow();
    }

    private ImportViews.Detail detail(String by, String number) {
        return views.detail(imports.find(by, number), Filter.ALL, 1);
    }

    private int count(String number, Filter filter) {
        return rows.counts(number).get(filter);
    }

    private static byte[] materials(int line, String... names) {
        Object[] files = new Object[names.length * 2];
        for (int i = 0; i < names.length; i++) {
            boolean photo = names[i].equals("证件照");
            files[2 * i] = line + "/" + names[i] + (photo ? ".jpg" : ".pdf");
            files[2 * i + 1] = TestDocuments.upload(photo ? "PHOTO" : "ID_COPY").content();
        }
        return SheetMaker.zip(files);
    }

    @Test
    void aDryRunWritesNothingAndSaysWhatItWouldDo() throws IOException {
        long before = jdbc.sql("select count(*) from application").query(Long.class).single();
        String twice = id();
        String number = handed(agent, new SheetMaker().with(SheetMaker.person("赵一", id(), phone()))
                .with(SheetMaker.person("钱二", "11010519491231002", phone()))
                .with(SheetMaker.person("孙三", twice, phone()))
                .with(SheetMaker.person("孙三", twice, phone()))
                .with(SheetMaker.person("李四", id(), phone(), "工作1·开始日期", LocalDate.now().minusMonths(6).toString())), null);
        assertThat(imports.find(agent, number).state()).isEqualTo(State.CHECKED);
        assertThat(count(number, Filter.NEW)).isEqualTo(3);
        assertThat(count(number, Filter.FAULTY)).isEqualTo(2);
        assertThat(count(number, Filter.INELIGIBLE)).isEqualTo(1);
        assertThat(line(agent, number, 3).faults().toString()).contains("证件号码");
        assertThat(line(agent, number, 5).faults().toString()).contains("第 4 行");
        assertThat(line(agent, number, 2).lacking()).isNotEmpty();
        assertThat(line(agent, number, 2).name()).isEqualTo("赵*");
        assertThat(jdbc.sql("select count(*) from application").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void rowsBecomeCasesThatAreHandedInWithTheirMaterials() throws IOException {
        String holder = id();
        String number = imported(agent, new SheetMaker().with(SheetMaker.person("周五", holder, phone())).with(SheetMaker.person("吴六", id(), phone())),
                materials(2, "居民身份证等证件", "证件照", "工作年限证明", "社会保险缴费记录"));
        assertThat(detail(agent, number).strays()).isEmpty();
        assertThat(line(agent, number, 2).lacking()).isEmpty();
        imports.submit(agent, number);
        workAll();
        assertThat(line(agent, number, 2).result()).isEqualTo("SUBMITTED");
        assertThat(line(agent, number, 3).result()).isEqualTo("NOT_SUBMITTED");
        assertThat(line(agent, number, 3).faults()).isNotEmpty();
        Application submitted = applications.find(line(agent, number, 2).caseNumber());
        assertThat(submitted.status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(submitted.claims().person().idNumber()).isEqualTo(holder);
        assertThat(accounts.find(submitted.applicant()).orElseThrow().claimed()).isFalse();
    }

    @Test
    void anotherFileChangesOnlyWhatChanged() throws IOException {
        var first = SheetMaker.person("郑七", id(), phone());
        var second = SheetMaker.person("王八", id(), phone());
        String number = imported(agent, new SheetMaker().with(first).with(second), null);
        Application untouched = applications.find(line(agent, number, 2).caseNumber());
        second.put("现单位或学校", "另一家单位");
        String again = imported(agent, new SheetMaker().with(first).with(second), null);
        assertThat(count(again, Filter.UNCHANGED)).isEqualTo(1);
        assertThat(count(again, Filter.CHANGED)).isEqualTo(1);
        assertThat(applications.find(untouched.caseNumber()).version()).isEqualTo(untouched.version());
        Application changed = applications.find(line(agent, again, 3).caseNumber());
        assertThat(changed.caseNumber()).isEqualTo(line(agent, number, 3).caseNumber());
        assertThat(changed.claims().person().employer()).isEqualTo("另一家单位");
    }

    @Test
    void whatItsPersonHasChangedIsTheirs() throws IOException {
        var row = SheetMaker.person("冯九", id(), phone());
        String number = imported(agent, new SheetMaker().with(row), null);
        Application mine = applications.find(line(agent, number, 2).caseNumber());
        Claims.Person person = mine.claims().person();
        intake.save(mine.applicant(), mine.caseNumber(), new Claims(new Claims.Person(person.idType(), person.idNumber(), "", "", person.phone(),
                person.applicantKind(), "本人改的单位"), mine.claims().jobs(), null, null, null, null, ""), null);
        row.put("现单位或学校", "经办人改的单位");
        String again = handed(agent, new SheetMaker().with(row), null);
        assertThat(count(again, Filter.LOCKED)).isEqualTo(1);
        assertThatThrownBy(() -> imports.take(agent, again, false)).isInstanceOf(Refusal.class).hasMessage("group-import-nothing");
        assertThat(applications.find(mine.caseNumber()).claims().person().employer()).isEqualTo("本人改的单位");
    }

    @Test
    void somebodyElsesApplicantIsToldWithoutSayingWhose() throws IOException {
        String holder = id();
        imported(other, new SheetMaker().with(SheetMaker.person("陈十", holder, phone())), null);
        String number = handed(agent, new SheetMaker().with(SheetMaker.person("陈十", holder, phone())), null);
        assertThat(count(number, Filter.TAKEN)).isEqualTo(1);
        assertThat(line(agent, number, 2).caseNumber()).isNull();
        assertThatThrownBy(() -> imports.find(other, number)).isInstanceOf(Refusal.class).hasMessage("group-import-not-found");
    }

    @Test
    void allOrNoneImportsNoneWhileOneIsFaulty() throws IOException {
        String number = handed(agent, new SheetMaker().with(SheetMaker.person("褚一", id(), phone())).with(SheetMaker.person("卫二", "1", phone())), null);
        assertThatThrownBy(() -> imports.take(agent, number, true)).isInstanceOf(Refusal.class).hasMessage("group-import-all-or-none");
        assertThat(count(number, Filter.IMPORTED)).isZero();
    }

    @Test
    void workThatBreaksOffGoesOnWhereItWas() throws IOException {
        SheetMaker sheet = new SheetMaker();
        for (int i = 0; i < 120; i++) {
            sheet.with(SheetMaker.person("蒋三", id(), phone()));
        }
        String number = handed(agent, sheet, null);
        imports.take(agent, number, false);
        work.once(() -> false);
        int done = count(number, Filter.IMPORTED);
        assertThat(done).isBetween(1, 119);
        assertThat(imports.find(agent, number).state()).isEqualTo(State.IMPORTING);
        workAll();
        assertThat(count(number, Filter.IMPORTED)).isEqualTo(120);
        assertThat(rows.page(number, Filter.ALL, 200, 0).stream().map(GroupRow::caseNumber).collect(Collectors.toSet())).hasSize(120);
        assertThat(imports.find(agent, number).state()).isEqualTo(State.IMPORTED);
    }

    private static int left(JdbcClient killer, String number) {
        return killer.sql("select count(*) from group_row where import = :import and todo is not null").param("import", number).query(Integer.class).single();
    }

    /** The one who kills has a connection of their own: one of the pool may be dead when it is handed out, where its work was done a moment before. */
    @Test
    void whoeverIsKilledLosesNoRowAndTakesNoneTwice() throws Exception {
        SheetMaker sheet = new SheetMaker();
        for (int i = 0; i < 150; i++) {
            sheet.with(SheetMaker.person("蒋三", id(), phone()));
        }
        String number = handed(agent, sheet, null);
        imports.take(agent, number, false);
        GroupImport taken = imports.find(agent, number);
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try (Connection own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            JdbcClient killer = JdbcClient.create(new SingleConnectionDataSource(own, true));
            for (int i = 0; i < 3; i++) {
                workers.execute(() -> {
                    for (boolean over = false; !over; ) {
                        try {
                            rowImport.next(taken);
                            over = rows.left(number) == 0;
                        } catch (RuntimeException killed) {
                            // as of a server that is gone; the next one goes on
                        }
                    }
                });
            }
            int kills = 0;
            for (int seen = 0; left(killer, number) > 0; seen++) {
                if (kills == 0 || seen % 10 == 5 && kills < 5) {
                    kills += killer.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()
                               and pid <> pg_backend_pid() and state in ('idle in transaction', 'active') and query like '%application%'
                            """).query(Integer.class).single();
                }
            }
            assertThat(kills).isPositive();
        } finally {
            workers.shutdown();
            assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        workAll();
        assertThat(count(number, Filter.IMPORTED)).isEqualTo(150);
        assertThat(jdbc.sql("select count(*) from group_case where agent = :agent").param("agent", agent).query(Integer.class).single()).isEqualTo(150);
        assertThat(jdbc.sql("""
                select count(*) from account join account_change on account_change.account = account.id where changed_by = :agent
                """).param("agent", agent).query(Integer.class).single()).isEqualTo(150);
        assertThat(jdbc.sql("select count(*) from application where applicant in (select account from account_change where changed_by = :agent)")
                .param("agent", agent).query(Integer.class).single()).isEqualTo(150);
    }

    @Test
    void materialsMayComeLaterAndOnceIsEnough() throws Exception {
        SheetMaker sheet = new SheetMaker().with(SheetMaker.person("杨六", id(), phone()));
        String number = imported(agent, sheet, null);
        byte[] zip = materials(2, "居民身份证等证件", "证件照");
        for (int i = 0; i < 2; i++) {
            imports.pack(agent, number, new GroupImports.Upload("材料.zip", new ByteArrayInputStream(zip)));
            workAll();
            imports.take(agent, number, false);
            workAll();
        }
        String caseNumber = line(agent, number, 2).caseNumber();
        assertThat(jdbc.sql("select material from application_file where case_number = :caseNumber order by 1").param("caseNumber", caseNumber)
                .query(String.class).list()).containsExactly("ID_COPY", "PHOTO");
    }

    @Test
    void whatWasHandedInIsDeletedAfterItsTimeAndThePersonIsStillKnown() throws Exception {
        var row = SheetMaker.person("朱七", id(), phone());
        String number = imported(agent, new SheetMaker().with(row), materials(2, "证件照"));
        String account = applications.find(line(agent, number, 2).caseNumber()).applicant();
        assertThat(held.of(account).toString()).contains("朱七");
        Retained.Item item = retained.begunBefore(Instant.parse("2100-01-01T00:00:00Z"), "", 1000).stream()
                .filter(one -> one.id().equals(number)).findFirst().orElseThrow();
        retained.delete(item, "");
        assertThat(imports.find(agent, number).sheet()).isNull();
        assertThat(count(number, Filter.ALL)).isZero();
        assertThat(count(handed(agent, new SheetMaker().with(row), null), Filter.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void itCanBeStopped() throws IOException {
        SheetMaker sheet = new SheetMaker();
        for (int i = 0; i < 60; i++) {
            sheet.with(SheetMaker.person("沈四", id(), phone()));
        }
        String number = handed(agent, sheet, null);
        imports.take(agent, number, false);
        work.once(() -> false);
        imports.cancel(agent, number);
        workAll();
        assertThat(imports.find(agent, number).state()).isEqualTo(State.CANCELLED);
        assertThat(count(number, Filter.IMPORTED)).isEqualTo(50);
    }

    @Test
    void filesThatBelongToNobodyAreTold() throws IOException {
        String number = handed(agent, new SheetMaker().with(SheetMaker.person("韩五", id(), phone())),
                SheetMaker.zip("../etc/passwd.pdf", TestDocuments.pdf(), "99/证件照.jpg", TestDocuments.pdf(), "2/某某文件.pdf", TestDocuments.pdf(),
                        "2/证件照.exe", TestDocuments.pdf(), "__MACOSX/2/._x", new byte[0]));
        assertThat(detail(agent, number).strays().stream().map(ImportViews.Stray::why)).containsExactly("文件路径不安全（含 .. 或绝对路径）",
                "文件夹或文件名不是表中的行号或证件号码", "文件名不是该职业的材料名称", "不是 PDF、JPG 或 PNG");
    }
}

package org.zhiping.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.ResidentIds;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.platform.HeldData;
import org.zhiping.platform.Retained;

/** Reveals, the copy of everything held, and what is deleted after its time, as people use them. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class PersonalDataTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "correct-horse-7";

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired JdbcClient jdbc;
    @Autowired Retention retention;
    @Autowired RetentionBook book;
    @Autowired List<HeldData> held;
    PageReader reader;
    String applicant;
    String idNumber;

    @BeforeEach
    void anApplicant() {
        reader = new PageReader(product);
        int number = NUMBER.incrementAndGet();
        applicant = "data-subject-" + number;
        idNumber = ResidentIds.of(700 + number);
        accounts.register(applicant, "周数据", PASSWORD);
        retention.kinds().forEach(kind -> book.set(kind.kind(), null, "administrator"));
    }

    private MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        return reader.as(account, request);
    }

    private String submitted() {
        String round = rounds.open().stream().filter(open -> open.standard().equals("all-media-operator")).findFirst().orElseThrow().number();
        String caseNumber = intake.start(applicant, round, "LEVEL_4", "A").caseNumber();
        intake.save(applicant, caseNumber, new Claims(
                new Claims.Person("RESIDENT_ID", idNumber, null, null, "13812345678", "WORKER", "某公司"),
                List.of(new Claims.Job("某公司", "全媒体运营师", "2015-03-01", "")), null, null, null, null, null), null);
        intake.requirements(applicant, caseNumber).stream().filter(line -> line.missing()).forEach(line -> {
            TestDocuments.Upload upload = TestDocuments.upload(line.material());
            intake.attach(applicant, caseNumber, line.material(), upload.name(), upload.stream());
        });
        intake.submit(applicant, caseNumber);
        return caseNumber;
    }

    @Test
    void aNumberIsSeenInFullOnlyWithAReasonThatStaysOnRecord() throws Exception {
        String caseNumber = submitted();
        String page = "/desk/cases/" + caseNumber;
        String seen = as("acceptance-officer", get(page)).getContentAsString();
        assertThat(seen).contains(page + "/reveal").contains("138******78").doesNotContain(idNumber).doesNotContain("13812345678");
        SoundHtml.check(page, seen);
        assertThat(as("acceptance-officer", get(page + "/reveal")).getContentAsString()).doesNotContain(idNumber);
        var without = as("acceptance-officer", post(page + "/reveal").with(csrf()).param("what", "ID_NUMBER").param("reason", " "));
        assertThat(without.getStatus()).isEqualTo(400);
        assertThat(without.getContentAsString()).contains("href=\"#reason\"").doesNotContain(idNumber);
        var shown = as("acceptance-officer", post(page + "/reveal").with(csrf()).param("what", "ID_NUMBER").param("reason", "与公安系统核对"));
        assertThat(shown.getContentAsString()).contains(idNumber).doesNotContain("13812345678");
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        assertThat(as("acceptance-officer", get(page)).getContentAsString()).doesNotContain(idNumber);
        assertThat(as("supervisor", get("/desk/reveals")).getContentAsString()).contains(caseNumber).contains("与公安系统核对").contains("acceptance-officer")
                .doesNotContain(idNumber);
        String mine = as(applicant, get("/portal/my-data")).getContentAsString();
        assertThat(mine).contains("与公安系统核对").contains(caseNumber).doesNotContain("acceptance-officer");
        SoundHtml.check("/portal/my-data", mine);
        assertThatThrownBy(() -> jdbc.sql("delete from reveal").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update reveal set revealed_by = 'x'").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void othersAreRefused() throws Exception {
        String caseNumber = submitted();
        for (String who : List.of("evaluator-1", "supervisor", "exam-officer", "administrator", "manager", applicant)) {
            assertThat(as(who, get("/desk/cases/" + caseNumber + "/reveal")).getStatus()).as(who).isEqualTo(403);
            assertThat(as(who, post("/desk/cases/" + caseNumber + "/reveal").with(csrf()).param("what", "PHONE").param("reason", "看一看吧")).getStatus())
                    .as(who).isEqualTo(403);
        }
        for (String page : List.of("/desk/privacy", "/desk/reveals", "/desk/retention", "/desk/retention/photos", "/desk/retention/report.csv", "/desk/holds", "/desk/keys")) {
            for (String who : List.of("acceptance-officer", "manager", applicant)) {
                assertThat(as(who, get(page)).getStatus()).as(page + " for " + who).isEqualTo(403);
            }
            assertThat(as("administrator", get(page)).getStatus()).as(page).isEqualTo(200);
        }
        assertThat(as("supervisor", get("/desk/keys")).getStatus()).isEqualTo(403);
        assertThat(as("supervisor", post("/desk/keys/new").with(csrf())).getStatus()).isEqualTo(403);
        assertThat(as("supervisor", post("/desk/retention/photos").with(csrf()).param("length", "1")).getStatus()).isEqualTo(403);
        assertThat(as("acceptance-officer", post("/desk/holds").with(csrf()).param("caseNumber", caseNumber).param("reason", "x")).getStatus()).isEqualTo(403);
        assertThat(as("supervisor", get("/portal/my-data")).getStatus()).isEqualTo(403);
    }

    @Test
    void aPersonTakesEverythingHeldAboutThemAndNobodyElse() throws Exception {
        String caseNumber = submitted();
        var wrong = as(applicant, post("/portal/my-data").with(csrf()).param("password", "wrong"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("href=\"#password\"");
        var answer = as(applicant, post("/portal/my-data").with(csrf()).param("password", PASSWORD));
        assertThat(answer.getContentType()).startsWith("application/zip");
        Map<String, byte[]> files = unzip(answer.getContentAsByteArray());
        assertThat(files).containsKeys("请先阅读.html", "json/account.json", "json/applications.json", "json/reviews.json", "json/certificates.json");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("files/applications/" + caseNumber + "/ID_COPY/"));
        String page = text(files.get("请先阅读.html"));
        assertThat(page).contains(idNumber).contains("13812345678").contains("周数据").contains("证件号码").contains(caseNumber);
        assertThat(text(files.get("json/applications.json"))).contains(idNumber);
        files.forEach((name, content) -> assertThat(text(content)).as(name).doesNotContain("acceptance-officer").doesNotContain("{bcrypt}"));
        assertThat(files.values().stream().anyMatch(content -> text(content).startsWith("%PDF"))).isTrue();
        assertThat(as(applicant, get("/portal/inbox")).getContentAsString()).contains("有人下载了您的个人信息副本");
        for (int n = 1; n < Downloads.MOST_A_DAY; n++) {
            assertThat(as(applicant, post("/portal/my-data").with(csrf()).param("password", PASSWORD)).getStatus()).isEqualTo(200);
        }
        assertThat(as(applicant, post("/portal/my-data").with(csrf()).param("password", PASSWORD)).getStatus()).isEqualTo(429);
    }

    /** Each table that points at a person is in a section, or here with the reason why not. */
    @Test
    void noTableAboutPeopleIsForgotten() {
        Set<String> sections = held.stream().map(HeldData::section).collect(Collectors.toSet());
        assertThat(sections).hasSameSizeAs(held);
        Map<String, String> known = PersonTables.read();
        known.forEach((table, where) -> assertThat(where.startsWith("-") || sections.contains(where)).as("%s is in the section %s", table, where).isTrue());
        Set<String> there = new HashSet<>(jdbc.sql("""
                select distinct c.table_name from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                where c.table_schema = 'public' and c.table_name not like 'act\\_%'
                  and c.column_name in ('account', 'account_id', 'applicant', 'case_number', 'person', 'owner', 'name', 'email', 'phone', 'contact',
                                        'document', 'notice_id', 'panel_id', 'scorer', 'client')
                """).query(String.class).list());
        assertThat(known.keySet()).as("docs/personal-data.md says of each table in which section it is, or why in none").containsAll(there);
    }

    @Test
    void whatIsOverIsShownFirstAndThenReallyGone() throws Exception {
        String caseNumber = submitted();
        String other = keptOnHold();
        for (String each : List.of(caseNumber, other)) {
            jdbc.sql("update milestone set reached_at = reached_at - interval '400 days' where case_number = :case").param("case", each).update();
        }
        assertThat(retention.run()).as("nothing is set").isZero();
        assertThat(as("administrator", post("/desk/retention/id-copies").with(csrf()).param("length", "ein").param("unit", "YEAR")).getStatus()).isEqualTo(400);
        assertThat(as("administrator", post("/desk/retention/id-copies").with(csrf()).param("length", "1").param("unit", "YEAR")).getStatus()).isEqualTo(302);
        String due = as("supervisor", get("/desk/retention/id-copies")).getContentAsString();
        assertThat(due).doesNotContain(caseNumber).as("a case under way").contains(other).contains("暂停删除");
        assertThat(retention.run()).isZero();

        as("supervisor", post("/desk/holds/lift").with(csrf()).param("caseNumber", other));
        String document = jdbc.sql("select document::text from application_file where case_number = :case and material = 'ID_COPY'").param("case", other)
                .query(String.class).single();
        assertThat(bytesOf(document)).isPositive();
        assertThat(retention.run()).isEqualTo(1);
        assertThat(bytesOf(document)).isZero();
        assertThat(jdbc.sql("select erased_because from document where id = cast(:id as uuid)").param("id", document).query(String.class).single())
                .contains("id-copies").contains("1 YEAR");
        assertThat(retention.run()).as("once").isZero();

        book.set("withdrawn-applications", new Period(1, Period.Unit.YEAR), "administrator");
        assertThat(retention.run()).isEqualTo(1);
        assertThat(as("acceptance-officer", get("/desk/cases/" + other)).getContentAsString()).doesNotContain("某公司");
        assertThat(jdbc.sql("select person_fingerprint is null from application where case_number = :case").param("case", other).query(Boolean.class).single()).isTrue();
        String report = as("supervisor", get("/desk/retention")).getContentAsString();
        assertThat(report).contains(other).contains("保存期限 1 年");
        SoundHtml.check("/desk/retention", report);
        assertThat(as("supervisor", get("/desk/retention/report.csv")).getContentAsString()).contains("id-copies," + document + "," + other);
    }

    /** The second of three fails; the next night goes on. */
    @Test
    void aFailureStopsNothingElseAndANightThatWasCutOffIsTakenUp() {
        Set<String> there = new HashSet<>(List.of("1", "2", "3"));
        Set<String> failing = new HashSet<>(List.of("2"));
        Retained kind = new Retained() {
            @Override
            public String kind() {
                return "test-kind-" + applicant;
            }

            @Override
            public List<Item> begunBefore(Instant begun, String after, int limit) {
                return there.stream().sorted().filter(id -> id.compareTo(after) > 0).limit(limit)
                        .map(id -> new Item(id, null, begun.minusSeconds(60))).toList();
            }

            @Override
            public void delete(Item item, String because) {
                if (failing.contains(item.id())) {
                    throw new IllegalStateException("cut off");
                }
                there.remove(item.id());
            }
        };
        book.set(kind.kind(), new Period(1, Period.Unit.DAY), "administrator");
        Retention night = new Retention(List.of(kind), book, Clock.systemUTC());
        assertThat(night.run()).isEqualTo(2);
        assertThat(there).containsExactly("2");
        assertThat(book.deleted(kind.kind())).as("what failed is not in the report").isEqualTo(2);
        failing.clear();
        assertThat(night.run()).isEqualTo(1);
        assertThat(there).isEmpty();
    }

    private String keptOnHold() throws Exception {
        String before = applicant;
        String number = idNumber;
        applicant = before + "-b";
        idNumber = ResidentIds.of(800 + NUMBER.get());
        accounts.register(applicant, "周留存", PASSWORD);
        String caseNumber = submitted();
        intake.withdraw(applicant, caseNumber, null);
        applicant = before;
        idNumber = number;
        assertThat(as("supervisor", post("/desk/holds").with(csrf()).param("caseNumber", "ZP000000000000").param("reason", "诉讼")).getStatus()).isEqualTo(404);
        assertThat(as("supervisor", post("/desk/holds").with(csrf()).param("caseNumber", caseNumber).param("reason", "诉讼")).getStatus()).isEqualTo(302);
        assertThat(as("supervisor", post("/desk/holds").with(csrf()).param("caseNumber", caseNumber).param("reason", "诉讼")).getStatus()).isEqualTo(409);
        SoundHtml.check("/desk/holds", as("supervisor", get("/desk/holds")).getContentAsString());
        return caseNumber;
    }

    private long bytesOf(String document) {
        return jdbc.sql("""
                select coalesce((select sum(length(content)) from document_chunk where document = cast(:id as uuid)), 0)
                     + coalesce((select length(content) from document where id = cast(:id as uuid)), 0)
                """).param("id", document).query(Long.class).single();
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).as(entry.getName()).isNull();
            }
        }
        return files;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}

package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Round;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;
import org.zhiping.platform.VaultKeyring;

/** One case from application to certificate: its ID and phone number are nowhere in the clear, neither for staff nor in what is stored. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MaskedEverywhereTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/(?:desk|dashboard)[^\"#]*)");
    private static final int PAGES = 25;
    private static final Map<String, Role> MORE_STAFF = Map.of("mask-supervisor", Role.SUPERVISOR, "mask-certifier", Role.CERTIFICATE_OFFICER,
            "mask-admin", Role.ADMINISTRATOR, "mask-owner", Role.PROCESS_OWNER);
    private static final List<String> STAFF = List.of("officer", "evaluator1", "member1", "invigilator1", "planner", "verifier", "approver",
            "manager1", "mask-supervisor", "mask-certifier", "mask-admin", "mask-owner");

    private static String caseNumber;

    @Autowired CaseWalk walk;
    @Autowired Applications applications;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext product;
    @Autowired ObjectMapper json;
    @Autowired List<SealedColumns> sealed;
    @Autowired VaultKeyring keyring;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        MORE_STAFF.forEach((id, role) -> {
            if (accounts.find(id).isEmpty()) {
                accounts.create(id, "工作人员 " + id, "", Set.of(role), "Walk-the-case-1", "test");
            }
        });
    }

    @Test
    @Order(1)
    void aWholeCaseLeavesNeitherInFormsNorLogsNorTablesNorOnPages(CapturedOutput log) throws Exception {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        Claims.Person person = applications.find(caseNumber).claims().person();
        List<String> secrets = List.of(person.idNumber(), person.phone());
        hides(secrets, json.writeValueAsString(shown("officer", "review-materials")), "the review form");
        walk.review(caseNumber, "returned", "身份证复印件不清晰");
        walk.supplement(caseNumber);
        walk.review(caseNumber, "accepted", null);
        sit(round, "THEORY", List.of("evaluator1"));
        sit(round, "SKILL", List.of("evaluator1", "evaluator2", "evaluator3"));
        hides(secrets, json.writeValueAsString(shown("approver", "approve-result")), "the approval form");
        walk.approve(caseNumber, "approved", null);
        walk.fireTimer(caseNumber, "publicity-ends");
        crawl(secrets);
        tables(secrets);
        hides(secrets, log.getAll(), "the log");
    }

    /** The columns are found by their content, so none can be forgotten in a list. */
    @Test
    @Order(2)
    void everyColumnThatHoldsSealedDataIsNamedByItsFeature() {
        Set<String> named = sealed.stream().flatMap(feature -> feature.columns().stream()).map(SealedColumn::place).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        byte[] prefix = keyring.keys().get(0).prefix();
        String text = Base64.getEncoder().encodeToString(prefix).substring(0, 6) + "%";
        columns().forEach((place, type) -> {
            String[] parts = place.split("\\.");
            String test = type.equals("bytea") ? "substring(" + parts[1] + " from 1 for 5) = :prefix" : parts[1] + "::text like :text";
            if (jdbc.sql("select exists (select 1 from " + parts[0] + " where " + test + ")").param("prefix", prefix).param("text", text)
                    .query(Boolean.class).single()) {
                found.add(place);
            }
        });
        assertThat(found).contains("account.name", "application.claims", "document_chunk.content", "certificate.printed");
        assertThat(named).as("columns that hold sealed data").containsAll(found);
    }

    @Test
    @Order(3)
    void everyColumnThatSaysItIsEncryptedIsNamedByItsFeature() {
        Set<String> named = sealed.stream().flatMap(feature -> feature.columns().stream()).map(SealedColumn::place).collect(Collectors.toSet());
        List<String> said = jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and col_description((table_schema || '.' || table_name)::regclass, ordinal_position) ~* '(^|[^a-z])(encrypted|sealed)'
                """).query(String.class).list();
        assertThat(said).isNotEmpty();
        assertThat(named).containsAll(said);
        Set<String> there = columns().keySet();
        assertThat(there).as("named columns exist").containsAll(named);
    }

    private Map<String, Object> shown(String person, String task) {
        Map<String, Object> shown = new HashMap<>();
        walk.as(person, () -> shown.putAll(walk.form(person, caseNumber, task)));
        return shown;
    }

    private void sit(Round round, String part, List<String> scorers) {
        String session = walk.openSession(round, "LEVEL_4", "A", part);
        walk.plan(session, scorers, List.of(caseNumber));
        walk.recordAttendance(session, Map.of());
        scorers.forEach(scorer -> walk.enterScores(session, scorer, Map.of(caseNumber, 80)));
        walk.verify(session, "verified", null);
    }

    /** Every page and REST answer that each of the staff reaches by links. */
    private void crawl(List<String> secrets) throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build();
        int cases = 0;
        for (String person : STAFF) {
            String[] roles = accounts.find(person).orElseThrow().roles().stream().map(Role::id).toArray(String[]::new);
            Deque<String> next = new ArrayDeque<>(List.of("/desk", "/desk/cases/" + caseNumber, "/dashboard", "/api/desk/sessions",
                    "/desk/cases/" + caseNumber + "/reveal", "/api/desk/recusals", "/engine-rest/history/variable-instance", "/engine-rest/task",
                    "/engine-rest/history/detail"));
            Set<String> seen = new HashSet<>(next);
            for (int n = 0; n < PAGES && !next.isEmpty(); n++) {
                String address = next.poll();
                MockHttpServletResponse answer = http.perform(get(URI.create(address)).with(user(person).roles(roles))).andReturn().getResponse();
                answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
                String type = String.valueOf(answer.getContentType());
                if (answer.getStatus() == 200 && (type.startsWith("text/") || type.contains("json"))) {
                    String body = answer.getContentAsString();
                    hides(secrets, body, address + " for " + person);
                    hides(secrets, address, "an address");
                    cases += address.endsWith(caseNumber) ? 1 : 0;
                    Matcher link = LINK.matcher(body);
                    while (link.find()) {
                        String found = link.group(1).replace("&amp;", "&");
                        if (!found.contains("/materials/") && seen.add(found)) {
                            next.add(found);
                        }
                    }
                }
            }
        }
        assertThat(cases).as("case pages read").isGreaterThan(4);
    }

    /** The engine's tables and ours, as text and as bytes. */
    private void tables(List<String> secrets) {
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class).list();
        assertThat(tables).anyMatch(table -> table.startsWith("act_hi_")).contains("application", "milestone", "notice_text");
        for (String table : tables) {
            for (String secret : secrets) {
                String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                assertThat(jdbc.sql("select count(*) from " + table + " as row where row::text like :plain or row::text like :bytes")
                        .param("plain", "%" + secret + "%").param("bytes", "%" + bytes + "%").query(Long.class).single()).as(table).isZero();
            }
        }
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        jdbc.sql("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                where c.table_schema = 'public' and c.table_name not like 'act\\_%' and c.data_type in ('text', 'bytea', 'jsonb')
                """).query((row, n) -> columns.put(row.getString(1) + "." + row.getString(2), row.getString(3))).list();
        return columns;
    }

    private static void hides(List<String> secrets, String text, String where) {
        secrets.forEach(secret -> assertThat(text.contains(secret)).as("a number in %s", where).isFalse());
    }
}

package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.intake.StaffDocuments;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Retained;
import org.zhiping.platform.Vault;

/** The document of a member of staff says whose cases are their own (edge case 14), whichever account they applied with. */
@ProductTest
class StaffDocumentsTest {

    private static final String PASSWORD = "Walk-the-case-1";
    private static final String KEEPER = "keeper-of-documents";
    private static final String OFFICER = "officer-who-applies";
    private static final String OTHER = "officer-beside";

    @Autowired CaseWalk walk;
    @Autowired Accounts accounts;
    @Autowired Applications applications;
    @Autowired StaffDocuments documents;
    @Autowired TaskService tasks;
    @Autowired TestRestTemplate http;
    @Autowired WebApplicationContext product;
    @Autowired List<Retained> retained;
    @Autowired JdbcClient jdbc;
    @Autowired Vault vault;
    private Round round;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        if (accounts.find(KEEPER).isEmpty()) {
            accounts.create(KEEPER, "管理员", "", Set.of(Role.ADMINISTRATOR), PASSWORD, KEEPER);
            accounts.create(OFFICER, "王受理", "", Set.of(Role.ACCEPTANCE_OFFICER), PASSWORD, KEEPER);
            accounts.create(OTHER, "李受理", "", Set.of(Role.ACCEPTANCE_OFFICER), PASSWORD, KEEPER);
        }
        jdbc.sql("delete from staff_document").update();
        round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
    }

    @Test
    void whoAppliedWithAnotherAccountIsKnownAndGivesBackWhatTheyHold() {
        String caseNumber = walk.applyAsStudent(round);
        String number = applications.find(caseNumber).claims().person().idNumber();
        walk.claim(OFFICER, caseNumber, "review-materials");

        assertThat(put(OFFICER, OFFICER, "RESIDENT_ID", spaced(number)).getStatusCode().value()).isEqualTo(204);

        var task = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).singleResult();
        assertThat(task.getAssignee()).isNull();
        ResponseEntity<String> refused = http.withBasicAuth(OFFICER, PASSWORD).exchange("/engine-rest/task/" + task.getId() + "/claim", HttpMethod.POST,
                new HttpEntity<>(Map.of("userId", OFFICER), chinese()), String.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(403);
        assertThat(refused.getBody()).contains("是案件 " + caseNumber + " 的申请人");
        ResponseEntity<String> late = http.withBasicAuth(OFFICER, PASSWORD).exchange("/engine-rest/task/" + task.getId() + "/complete", HttpMethod.POST,
                new HttpEntity<>(Map.of(), chinese()), String.class);
        assertThat(late.getStatusCode().value()).as("not asked to claim what they must not have").isEqualTo(403);
        assertThat(late.getBody()).contains("是案件 " + caseNumber + " 的申请人");
        walk.claim(OTHER, caseNumber, "review-materials");
    }

    @Test
    void onlyAnAdministratorChangesIt() {
        assertThat(put(OFFICER, OTHER, "RESIDENT_ID", ResidentIds.of(881)).getStatusCode().value()).isEqualTo(403);
        documents.record(OFFICER, "RESIDENT_ID", ResidentIds.of(881), OFFICER);
        assertThat(put(OFFICER, OFFICER, "RESIDENT_ID", ResidentIds.of(882)).getStatusCode().value()).isEqualTo(403);
        assertThat(http.withBasicAuth(OFFICER, PASSWORD).exchange(path(OFFICER), HttpMethod.DELETE, null, String.class).getStatusCode().value()).isEqualTo(403);
        assertThatThrownBy(() -> documents.remove(OFFICER, OFFICER)).isInstanceOf(Refusal.class);
        assertThat(put(KEEPER, OTHER, "RESIDENT_ID", ResidentIds.of(881)).getStatusCode().value()).as("another's").isEqualTo(409);
        assertThat(put(KEEPER, OFFICER, "PASSPORT", "e 1234567").getStatusCode().value()).isEqualTo(204);
        assertThat(documents.of(OFFICER)).hasValueSatisfying(one -> assertThat(one.by()).isEqualTo(KEEPER));
        assertThat(http.withBasicAuth(KEEPER, PASSWORD).exchange(path(OFFICER), HttpMethod.DELETE, null, String.class).getStatusCode().value()).isEqualTo(204);
        assertThat(accounts.changes(OFFICER).stream().map(change -> change.change() + " " + change.by()).limit(3).toList())
                .containsExactly("document-removed " + KEEPER, "document-recorded " + KEEPER, "document-recorded " + OFFICER);
        assertThat(put(KEEPER, "nobody-here", "PASSPORT", "E1234567").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void aNumberThatCanBeNoneIsRefusedAndTheFieldNamed() {
        String number = ResidentIds.of(883);
        String wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        ResponseEntity<String> answer = put(OFFICER, OFFICER, "RESIDENT_ID", wrong);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("idNumber").contains("校验码").doesNotContain("{0}").doesNotContain(wrong);
        assertThat(put(OFFICER, OFFICER, "LIBRARY_CARD", number).getBody()).contains("idType");
        assertThat(put(OFFICER, OFFICER, null, null).getBody()).contains("claim-required").doesNotContain("claim-unknown-choice");
        assertThat(put(OFFICER, OFFICER, "TAIWAN_PASS", "12345678").getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void nobodyReadsItInFullAndTheListSaysWhoHasNone() throws Exception {
        PageReader reader = new PageReader(product);
        String number = ResidentIds.of(884);
        assertThat(reader.as(KEEPER, get("/desk/accounts")).getContentAsString()).contains("未登记证件");
        var wrong = reader.as(KEEPER, post("/desk/accounts/" + OFFICER + "/document").with(csrf()).param("idType", "RESIDENT_ID").param("idNumber", "1").param("act", "record"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("href=\"#idNumber\"").contains("value=\"1\"");
        assertThat(reader.as(OFFICER, post("/desk/accounts/" + OTHER + "/document").with(csrf()).param("idType", "RESIDENT_ID").param("idNumber", number)).getStatus()).isEqualTo(403);
        assertThat(reader.as(OFFICER, get("/account")).getContentAsString()).contains("action=\"/account/document\"")
                .contains("<option value=\"RESIDENT_ID\" selected>");
        assertThat(reader.as(OFFICER, post("/account/document").with(csrf()).param("idType", "RESIDENT_ID").param("idNumber", "1")).getStatus()).isEqualTo(400);
        assertThat(reader.as(OFFICER, post("/account/document").with(csrf()).param("idType", "RESIDENT_ID").param("idNumber", number)).getStatus()).isEqualTo(302);

        for (String page : List.of("/account", "/desk/accounts/" + OFFICER)) {
            String seen = reader.as(page.equals("/account") ? OFFICER : KEEPER, get(page)).getContentAsString();
            assertThat(seen).as(page).contains(number.substring(0, 4) + "**********" + number.substring(14)).doesNotContain(number);
        }
        assertThat(http.withBasicAuth(KEEPER, PASSWORD).getForObject(path(OFFICER), String.class)).contains("\"recordedBy\":\"" + OFFICER).doesNotContain(number);
        assertThat(http.withBasicAuth(KEEPER, PASSWORD).getForObject("/api/desk/accounts/without-document", String.class)).contains(OTHER).doesNotContain(OFFICER);
        String stored = jdbc.sql("select id_number from staff_document where account_id = :id").param("id", OFFICER).query(String.class).single();
        assertThat(stored).doesNotContain(number);
        assertThat(vault.decrypt(stored)).isEqualTo(number);
    }

    @Test
    void itGoesWhenItsAccountHasBeenClosedLongEnough() {
        String leaving = "officer-leaving";
        accounts.create(leaving, "赵受理", "", Set.of(Role.ACCEPTANCE_OFFICER), PASSWORD, KEEPER);
        documents.record(leaving, "RESIDENT_ID", ResidentIds.of(885), leaving);
        documents.record(OTHER, "RESIDENT_ID", ResidentIds.of(886), OTHER);
        Retained kept = retained.stream().filter(one -> one.kind().equals("staff-documents")).findFirst().orElseThrow();
        Instant later = Instant.now().plusSeconds(60);
        assertThat(kept.begunBefore(later, "", 9)).isEmpty();
        accounts.enable(leaving, false, KEEPER);
        assertThat(kept.begunBefore(later, "", 9)).singleElement().satisfies(item -> kept.delete(item, "over"));
        assertThat(documents.of(leaving)).isEmpty();
        assertThat(documents.of(OTHER)).isPresent();
    }

    private ResponseEntity<String> put(String by, String account, String type, String number) {
        Map<String, Object> document = new HashMap<>();
        document.put("idType", type);
        document.put("idNumber", number);
        return http.withBasicAuth(by, PASSWORD).exchange(path(account), HttpMethod.PUT, new HttpEntity<>(document, chinese()), String.class);
    }

    private static HttpHeaders chinese() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAcceptLanguageAsLocales(List.of(Locale.SIMPLIFIED_CHINESE));
        return headers;
    }

    private static String path(String account) {
        return "/api/desk/accounts/" + account + "/document";
    }

    /** As people type it. */
    private static String spaced(String number) {
        return " " + number.substring(0, 6) + " " + number.substring(6).toLowerCase(Locale.ROOT);
    }
}

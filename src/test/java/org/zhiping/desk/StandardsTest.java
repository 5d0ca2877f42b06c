package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.process.Decisions;
import org.zhiping.standard.OtherServer;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;

/** A process owner brings in standards in the running product. */
@ProductTest
class StandardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("standards/independent-operator/undated");

    private record Answer(int status, byte[] body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException broken) {
                throw new AssertionError(new String(body, StandardCharsets.UTF_8), broken);
            }
        }
    }

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Packs packs;
    @Autowired Rulebook rulebook;
    @Autowired Rounds rounds;
    @Autowired Decisions decisions;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String standard = "trial-" + UUID.randomUUID().toString().substring(0, 8);
    private String owner;

    @BeforeEach
    void signUp() {
        owner = account(Role.PROCESS_OWNER);
    }

    private String account(Role role) {
        String id = "s" + UUID.randomUUID().toString().substring(0, 12);
        accounts.register(id, "标准员", "correct-horse-7");
        accounts.grant(id, Set.of(role), "administrator");
        return id;
    }

    @Test
    void anEditionIsLiveAsSoonAsItIsUploaded() throws Exception {
        assertThat(send("POST", "?dryRun=true", zip("标准")).json().at("/version").asInt()).isZero();
        assertThat(packs.all()).extracting("standard").doesNotContain(standard);

        Answer stored = send("POST", "", zip("标准"));
        assertThat(stored.status()).as(stored.json().toString()).isEqualTo(201);
        assertThat(stored.json().at("/version").asInt()).isEqualTo(1);
        assertThat(packs.find(standard, "a").name()).isEqualTo("独立运营师");
        assertThat(rulebook.parts(standard, "a", "JUNIOR")).containsExactly("THEORY", "CAPABILITY");
        assertThat(decisions.single("eligibility-" + standard + "-a", Map.of("level", "JUNIOR", "educationOrExperience", "met",
                "courseCompleted", "yes", "courseHours", 40, "requiredCourseHours", 40))).containsEntry("outcome", "eligible");

        assertThat(send("POST", "", zip("标准")).status()).isEqualTo(409);
        assertThat(send("POST", "", zip("标准甲")).json().at("/version").asInt()).isEqualTo(2);
        assertThat(send("GET", "/" + standard + "/a/1", null).body()).isEqualTo(zip("标准"));
    }

    /** One that has just started, as after a restart, and one that has been running. */
    @Test
    void otherServersSeeItToo() throws Exception {
        Packs running = OtherServer.packs(jdbc);
        assertThat(running.all()).extracting("standard").contains("all-media-operator").doesNotContain(standard);

        send("POST", "", zip("标准"));

        assertThat(OtherServer.packs(jdbc).find(standard, "a").title()).contains("标准");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(running.all()).extracting("standard").contains(standard));
    }

    @Test
    void whatARoundUsesStaysAsItIs() throws Exception {
        send("POST", "", zip("标准"));
        rounds.plan(new RoundPlan(standard, "a", List.of("JUNIOR"), List.of(), clock.instant(), clock.instant().plus(Duration.ofDays(3)), null, Map.of()));

        Answer replaced = send("POST", "", zip("标准甲"));
        assertThat(replaced.status()).isEqualTo(409);
        assertThat(replaced.json().at("/detail").asText()).contains("make a new edition");
        assertThat(send("DELETE", "/" + standard + "/a", null).status()).isEqualTo(409);
        assertThat(packs.find(standard, "a").title()).contains("标准").doesNotContain("标准甲");
    }

    @Test
    void whatNobodyUsesCanBeTakenOutAgain() throws Exception {
        send("POST", "", zip("标准"));
        assertThat(send("DELETE", "/" + standard + "/a", null).status()).isEqualTo(204);

        assertThat(packs.all()).extracting("standard").doesNotContain(standard);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> decisions.all("eligibility-" + standard + "-a", Map.of()));
        assertThat(send("DELETE", "/" + standard + "/a", null).status()).isEqualTo(404);
        assertThat(send("GET", "/" + standard + "/a/1", null).body()).isEqualTo(zip("标准"));
        assertThat(send("POST", "", zip("标准")).json().at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void aShippedEditionIsSoundAsItIsHandedOutAndCannotBeTakenOut() throws Exception {
        byte[] shipped = send("GET", "/all-media-operator/2023/0", null).body();
        assertThat(send("POST", "?dryRun=true", shipped).json().at("/findings")).allMatch(found -> found.at("/kind").asText().equals("warning"));
        assertThat(send("DELETE", "/all-media-operator/2023", null).status()).isEqualTo(409);
    }

    @Test
    void aBrokenPackIsRefusedWithEveryFault() throws Exception {
        Answer refused = send("POST", "", zip("标准", "passMark", "passMarke"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors")).anySatisfy(error -> {
            assertThat(error.at("/field").asText()).startsWith("standard.yaml:");
            assertThat(error.at("/code").asText()).isEqualTo("pack-schema-additionalProperties");
        });
        assertThat(send("POST", "", "no zip".getBytes(StandardCharsets.UTF_8)).json().at("/code").asText()).isEqualTo("pack-zip-unreadable");
        assertThat(send("POST", "", new byte[5 << 20]).status()).isEqualTo(413);
        assertThat(packs.all()).extracting("standard").doesNotContain(standard);
    }

    @Test
    void onlyAProcessOwnerBringsThemIn() throws Exception {
        owner = account(Role.SUPERVISOR);
        assertThat(send("GET", "", null).status()).isEqualTo(200);
        assertThat(send("POST", "", zip("标准")).status()).isEqualTo(403);
        assertThat(send("POST", "?dryRun=true", zip("标准")).status()).isEqualTo(403);
        assertThat(send("DELETE", "/" + standard + "/a", null).status()).isEqualTo(403);
        owner = account(Role.EVALUATOR);
        assertThat(send("GET", "", null).status()).isEqualTo(403);
        owner = account(Role.APPLICANT);
        assertThat(send("GET", "", null).status()).isEqualTo(403);
    }

    @Test
    void theFormatIsPublished() throws Exception {
        HttpResponse<String> schema = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/schema/standard.schema.json")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(schema.body()).at("/$schema").asText()).contains("2020-12");
    }

    private Answer send(String method, String path, byte[] zip) throws Exception {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/desk/standards" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((owner + ":correct-horse-7").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/zip").header("Accept-Language", "zh-CN")
                .method(method, zip == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(zip)).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** The independent operator under another name. */
    private byte[] zip(String title, String... changed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes); Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file).replace("independent-operator-undated", standard + "-a")
                        .replace("standard: independent-operator", "standard: " + standard).replace("edition: undated", "edition: a")
                        .replace("title: 独立运营师等级评价规范", "title: " + title);
                if (changed.length > 0) {
                    text = text.replace(changed[0] + ":", changed[1] + ":");
                }
                ZipEntry entry = new ZipEntry("pack/" + file.getFileName());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

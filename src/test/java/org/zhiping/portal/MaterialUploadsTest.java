package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.ProductTest;
import org.zhiping.document.TestDocuments;
import org.zhiping.intake.IntakeOffice;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;

/** The protocol tus 1.0 over HTTP: what its text asks of a server, and what goes wrong on the way. */
@ProductTest
class MaterialUploadsTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final byte[] PDF = padded(1_300_000);

    @Autowired Rounds rounds;
    @Autowired Clock clock;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private String account;
    private String path;

    @BeforeEach
    void startADraft() {
        Instant now = clock.instant();
        String round = rounds.plan(new RoundPlan("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"),
                now.minusSeconds(60), now.plus(Duration.ofDays(1)), LocalDate.now(clock), IntakeOffice.S2_PARAMETERS)).number();
        rounds.open(round);
        account = signUp();
        path = "/api/v1/applications/" + new ApiClient(port, account, PASSWORD)
                .post("/api/v1/applications", "{\"round\":\"%s\",\"level\":\"LEVEL_4\",\"direction\":\"A\"}".formatted(round)).text("/caseNumber") + "/materials";
    }

    private String signUp() {
        String id = "uploader-" + NUMBER.incrementAndGet();
        assertThat(new ApiClient(port, null, null).post("/api/v1/accounts",
                "{\"id\":\"%s\",\"name\":\"张伟\",\"password\":\"%s\"}".formatted(id, PASSWORD)).status()).isEqualTo(201);
        ApiClient person = new ApiClient(port, id, PASSWORD);
        String version = person.get("/api/v1/consents/text").text("/version");
        assertThat(person.post("/api/v1/consents", "{\"version\":\"%s\",\"general\":true,\"sensitive\":true}".formatted(version)).status()).isEqualTo(201);
        return id;
    }

    @Test
    void theServerSaysWhatItCan() {
        HttpResponse<String> answer = send("OPTIONS", path + "/uploads", Map.of(), new byte[0], account);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Tus-Version")).contains("1.0.0");
        assertThat(header(answer, "Tus-Extension")).contains("creation,termination,expiration");
        assertThat(header(answer, "Tus-Max-Size")).contains("10485760");
        assertThat(send("HEAD", path + "/uploads/" + UUID.randomUUID(), Map.of("Tus-Resumable", "0.2.0"), new byte[0], account).statusCode())
                .isEqualTo(412);
    }

    @Test
    void aFileArrivesInPartsAndIsAttachedWithItsLastByte() {
        String upload = begin("学历证明 (一).pdf", PDF.length);
        assertThat(offset(upload)).isZero();
        HttpResponse<String> first = patch(upload, 0, 0, 700_000);
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(header(first, "Upload-Offset")).contains("700000");
        assertThat(header(first, "Upload-Expires")).isPresent();
        assertThat(unfinished()).hasSize(1);
        assertThat(patch(upload, 0, 0, 700_000).statusCode()).as("at another offset").isEqualTo(409);
        assertThat(offset(upload)).isEqualTo(700_000);
        assertThat(patch(upload, 700_000, 700_000, PDF.length).statusCode()).isEqualTo(204);
        assertThat(offset(upload)).isEqualTo(PDF.length);
        assertThat(patch(upload, PDF.length, 0, 0).statusCode()).as("an empty part does no harm").isEqualTo(204);
        assertThat(unfinished()).isEmpty();
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.get("name").asText()).isEqualTo("学历证明 (一).pdf");
            assertThat(file.get("size").asInt()).isEqualTo(PDF.length);
            assertThat(file.get("pages").asInt()).isEqualTo(1);
        });
    }

    @Test
    void aConnectionThatBreaksCostsNothingThatArrived() throws IOException {
        String upload = begin("a.pdf", PDF.length);
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + PDF.length + "\r\nAuthorization: " + basic(account) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(PDF, 0, 600_000);
            out.flush();
        }
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> offset(upload) == 600_000);
        assertThat(patch(upload, 600_000, 600_000, PDF.length).statusCode()).isEqualTo(204);
        assertThat(files()).hasSize(1);
    }

    @Test
    void ofTwoRequestsThatSendTheSameOneGoesThrough() {
        String upload = begin("a.pdf", PDF.length);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> patch(upload, 0, 0, PDF.length).statusCode());
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> patch(upload, 0, 0, PDF.length).statusCode());
        assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder(204, 409);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whoeverElseAsksFindsNothing() {
        String upload = begin("a.pdf", PDF.length);
        String stranger = signUp();
        assertThat(send("HEAD", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], stranger).statusCode()).isEqualTo(404);
        assertThat(send("PATCH", upload, part(0), new byte[10], stranger).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], stranger).statusCode()).isEqualTo(404);
        assertThat(send("GET", path + "/uploads", Map.of(), new byte[0], stranger).statusCode()).isEqualTo(404);
        assertThat(create(Map.of("Upload-Length", "5"), "material " + base64("WORK_YEARS_PROOF"), stranger).statusCode()).isEqualTo(404);
        assertThat(send("HEAD", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], null).statusCode()).isEqualTo(401);
        assertThat(offset(upload)).isZero();
    }

    @Test
    void whatCannotBeTakenIsRefusedInWordsBeforeOrAfterItTravels() {
        refused(create(Map.of("Upload-Length", "0"), named("a.pdf"), account), 400, "file-empty");
        refused(create(Map.of("Upload-Length", "10485761"), named("a.pdf"), account), 413, "file-too-large");
        refused(create(Map.of("Upload-Length", "5"), named("../a.pdf"), account), 400, "file-name-unsafe");
        refused(create(Map.of("Upload-Length", "5"), named("a\u202Efdp.pdf"), account), 400, "file-name-unsafe");
        refused(create(Map.of("Upload-Length", "5"), named("长".repeat(256) + ".pdf"), account), 400, "file-name-too-long");
        refused(create(Map.of("Upload-Length", "5"), "filename " + base64("a.pdf"), account), 400, "material-kind-first");
        refused(create(Map.of("Upload-Length", "5"), "filename !!!", account), 400, "upload-metadata-not-understood");
        assertThat(create(Map.of("Upload-Defer-Length", "1"), named("a.pdf"), account).statusCode()).isEqualTo(400);
        byte[] lie = "MZ program".getBytes(StandardCharsets.US_ASCII);
        String upload = begin("a.pdf", lie.length);
        assertThat(send("PATCH", upload, Map.of("Tus-Resumable", "1.0.0", "Upload-Offset", "0", "Content-Type", "application/pdf"), lie, account).statusCode())
                .isEqualTo(415);
        refused(send("PATCH", upload, part(0), new byte[lie.length + 1], account), 400, "upload-beyond-length");
        refused(send("PATCH", upload, part(0), lie, account), 400, "file-type-not-allowed");
        assertThat(send("HEAD", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], account).statusCode()).as("gone").isEqualTo(404);
        assertThat(files()).isEmpty();
    }

    @Test
    void cancellingForgetsIt() {
        String upload = begin("a.pdf", PDF.length);
        patch(upload, 0, 0, 1000);
        assertThat(send("POST", upload, Map.of("Tus-Resumable", "1.0.0", "X-HTTP-Method-Override", "DELETE"), new byte[0], account).statusCode()).isEqualTo(204);
        assertThat(send("HEAD", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], account).statusCode()).isEqualTo(404);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aFileTakesThePlaceOfAnother() {
        String first = begin("old.pdf", PDF.length);
        patch(first, 0, 0, PDF.length);
        String old = files().get(0).get("document").asText();
        String second = header(create(Map.of("Upload-Length", String.valueOf(PDF.length)),
                "filename " + base64("new.pdf") + ",replaces " + base64(old), account), "Location").orElseThrow();
        patch(second, 0, 0, PDF.length);
        assertThat(files()).singleElement().satisfies(file -> assertThat(file.get("name").asText()).isEqualTo("new.pdf"));
    }

    private String begin(String name, long length) {
        HttpResponse<String> answer = create(Map.of("Upload-Length", String.valueOf(length)), named(name), account);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(header(answer, "Tus-Resumable")).contains("1.0.0");
        assertThat(header(answer, "Upload-Expires").orElseThrow()).endsWith("GMT");
        return header(answer, "Location").orElseThrow();
    }

    private static String named(String name) {
        return "filename " + base64(name) + ",material " + base64("WORK_YEARS_PROOF");
    }

    private HttpResponse<String> create(Map<String, String> length, String metadata, String who) {
        Map<String, String> headers = new HashMap<>(length);
        headers.put("Tus-Resumable", "1.0.0");
        headers.put("Upload-Metadata", metadata);
        return send("POST", path + "/uploads", headers, new byte[0], who);
    }

    private HttpResponse<String> patch(String upload, long offset, int from, int to) {
        return send("PATCH", upload, part(offset), Arrays.copyOfRange(PDF, from, to), account);
    }

    private static Map<String, String> part(long offset) {
        return Map.of("Tus-Resumable", "1.0.0", "Upload-Offset", String.valueOf(offset), "Content-Type", "application/offset+octet-stream");
    }

    private long offset(String upload) {
        HttpResponse<String> answer = send("HEAD", upload, Map.of("Tus-Resumable", "1.0.0"), new byte[0], account);
        assertThat(header(answer, "Cache-Control").orElseThrow()).contains("no-store");
        return Long.parseLong(header(answer, "Upload-Offset").orElseThrow());
    }

    private JsonNode unfinished() {
        return json(send("GET", path + "/uploads", Map.of(), new byte[0], account).body());
    }

    private List<JsonNode> files() {
        return json(send("GET", path, Map.of(), new byte[0], account).body()).findValues("files").stream()
                .flatMap(files -> StreamSupport.stream(files.spliterator(), false)).toList();
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer.body()).get("code").asText()).isEqualTo(code);
        assertThat(header(answer, "Tus-Resumable")).contains("1.0.0");
    }

    private HttpResponse<String> send(String method, String target, Map<String, String> headers, byte[] body, String who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .method(method, BodyPublishers.ofByteArray(body)).header("Accept", "application/json");
        headers.forEach(request::header);
        if (who != null) {
            request.header("Authorization", basic(who));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String basic(String who) {
        return "Basic " + base64(who + ":" + PASSWORD);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    private static byte[] padded(int length) {
        byte[] pdf = Arrays.copyOf(TestDocuments.pdf(), length);
        Arrays.fill(pdf, TestDocuments.pdf().length, length, (byte) ' ');
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, pdf, length - end.length, end.length);
        return pdf;
    }
}

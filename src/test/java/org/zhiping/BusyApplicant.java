package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** An applicant's program that applies again and again over {@code /api/v1}, and an officer's that accepts; both note what was confirmed to them. */
final class BusyApplicant {

    private static final String OFFICER = "acceptance-officer";
    private static final int MOST_LOOKS = 600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final int number;
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Integer> uploads = new ConcurrentHashMap<>();
    private final Map<String, Boolean> submitted = new ConcurrentHashMap<>();
    private final Map<String, Boolean> accepted = new ConcurrentHashMap<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    BusyApplicant(String address, int number) {
        this.address = address;
        this.number = number;
    }

    void awaitFirstCase() {
        try {
            assertThat(first.await(4, TimeUnit.MINUTES)).as("an application is accepted in time").isTrue();
            assertThat(surprises).isEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was neither done nor refused for the stop. */
    List<String> surprises() {
        return surprises;
    }

    void workUntilRefused() {
        try {
            for (int turn = 0; ; turn++) {
                apply("busy-" + number + "-" + turn, turn);
            }
        } catch (IOException stopped) {
            // The connection was refused or closed: the product is gone.
        } catch (Exception unexpected) {
            surprises.add(unexpected.toString());
        } finally {
            first.countDown();
        }
    }

    private void apply(String person, int turn) throws Exception {
        send(null, "POST", "/api/v1/accounts", "{\"id\":\"%s\",\"name\":\"忙人\",\"password\":\"%s\"}".formatted(person, RunningProduct.PASSWORD));
        String version = send(null, "GET", "/api/v1/consents/text", null).path("version").asText();
        send(person, "POST", "/api/v1/consents", "{\"version\":\"%s\",\"general\":true,\"sensitive\":true}".formatted(version));
        String round = "";
        for (JsonNode open : send(null, "GET", "/api/v1/rounds", null)) {
            round = open.path("standard").asText().equals("all-media-operator") ? open.path("number").asText() : round;
        }
        String caseNumber = send(person, "POST", "/api/v1/applications",
                "{\"round\":\"%s\",\"level\":\"LEVEL_4\",\"direction\":\"A\"}".formatted(round)).path("caseNumber").asText();
        owners.put(caseNumber, person);
        send(person, "PUT", "/api/v1/applications/" + caseNumber + "/facts", """
                {"person": {"idType": "PASSPORT", "idNumber": "E%04d%04d", "nationality": "CHN", "birthDate": "1990-01-01", "sex": "FEMALE", "phone": "13800000000",
                 "applicantKind": "WORKER", "employer": "某公司"},
                 "jobs": [{"employer": "某公司", "occupation": "全媒体运营师", "from": "2015-03-01"}]}""".formatted(number, turn));
        for (JsonNode line : send(person, "GET", "/api/v1/applications/" + caseNumber + "/materials", null)) {
            if (line.path("required").asBoolean() && !line.path("byApplication").asBoolean()) {
                upload(person, caseNumber, line.path("material").asText());
                uploads.merge(caseNumber, 1, Integer::sum);
            }
        }
        send(person, "POST", "/api/v1/applications/" + caseNumber + "/submit", "");
        submitted.put(caseNumber, true);
        accept(caseNumber);
        accepted.put(caseNumber, true);
        first.countDown();
    }

    private void accept(String caseNumber) throws Exception {
        String task = openReview(caseNumber);
        for (int i = 0; task.isEmpty() && i < MOST_LOOKS; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            task = openReview(caseNumber);
        }
        complete(task);
    }

    /** The open review of a case; it comes when the jobs before it have run. Empty until then. */
    private String openReview(String caseNumber) throws Exception {
        return send(OFFICER, "GET", "/engine-rest/task?processInstanceBusinessKey=" + caseNumber + "&taskDefinitionKey=review-materials", null)
                .path(0).path("id").asText();
    }

    private void complete(String task) throws Exception {
        send(OFFICER, "POST", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + OFFICER + "\"}");
        JsonNode shown = send(OFFICER, "GET", "/engine-rest/task/" + task + "/form-variables", null);
        JsonNode materials = list(shown, "materials");
        materials.forEach(row -> ((ObjectNode) row).put("authenticity", "confirmed").put("completeness", "complete"));
        send(OFFICER, "POST", "/engine-rest/task/" + task + "/submit-form", JSON.writeValueAsString(Map.of("variables", Map.of(
                "materials", Map.of("value", JSON.writeValueAsString(materials), "type", "json"),
                "facts", Map.of("value", JSON.writeValueAsString(list(shown, "facts")), "type", "json"),
                "reviewOutcome", Map.of("value", "accepted")))));
    }

    private static JsonNode list(JsonNode shown, String name) throws IOException {
        JsonNode value = shown.path(name).path("value");
        return value.isTextual() ? JSON.readTree(value.asText()) : value;
    }

    /** Everything confirmed is there; what was under way when the product stopped happened wholly or not at all, and goes on. */
    void checkWhatWasConfirmed() {
        owners.forEach((caseNumber, person) -> {
            try {
                String status = settled(person, caseNumber);
                if (submitted.containsKey(caseNumber)) {
                    assertThat(status).as(caseNumber).isEqualTo("ACCEPTED");
                } else {
                    assertThat(status).as(caseNumber).isIn("DRAFT", "ACCEPTED");
                }
                int files = 0;
                for (JsonNode line : send(person, "GET", "/api/v1/applications/" + caseNumber + "/materials", null)) {
                    files += line.path("files").size();
                }
                assertThat(files).as("files of %s", caseNumber).isGreaterThanOrEqualTo(uploads.getOrDefault(caseNumber, 0));
            } catch (Exception e) {
                throw new IllegalStateException(caseNumber, e);
            }
        });
    }

    /** Lets a case that was handed in go on until it is accepted; one whose acceptance was confirmed has no review left to do. */
    private String settled(String person, String caseNumber) throws Exception {
        String status = status(person, caseNumber);
        for (int i = 0; status.equals("SUBMITTED") && i < MOST_LOOKS; i++) {
            String task = openReview(caseNumber);
            if (!task.isEmpty()) {
                assertThat(accepted).as("the acceptance is not lost").doesNotContainKey(caseNumber);
                complete(task);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            status = status(person, caseNumber);
        }
        return status;
    }

    private String status(String person, String caseNumber) throws Exception {
        return send(person, "GET", "/api/v1/applications/" + caseNumber, null).path("status").asText();
    }

    private void upload(String person, String caseNumber, String material) throws Exception {
        boolean photo = material.equals("PHOTO");
        byte[] head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(photo ? "me.png" : "proof.pdf").getBytes();
        answered(request(person, "/api/v1/applications/" + caseNumber + "/materials/" + material)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArrays(List.of(head, photo ? photo() : PDF, "\r\n--part--\r\n".getBytes()))));
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(295, 413, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        return png.toByteArray();
    }

    private JsonNode send(String person, String method, String path, String body) throws Exception {
        return answered(request(person, path).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String person, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return person == null ? request : request.header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + RunningProduct.PASSWORD).getBytes()));
    }

    private JsonNode answered(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}

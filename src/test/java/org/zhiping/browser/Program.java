package org.zhiping.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.zhiping.RunningProduct;
import org.zhiping.document.TestDocuments;

/** Calls the product's REST interfaces for any account of the sample institution; an account "" is nobody. */
final class Program {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    Program(String root) {
        this.root = root;
    }

    JsonNode get(String account, String path) {
        return send(account, "GET", path, "application/json", BodyPublishers.noBody());
    }

    JsonNode post(String account, String path, Object body) {
        return send(account, "POST", path, "application/json", json(body));
    }

    JsonNode put(String account, String path, Object body) {
        return send(account, "PUT", path, "application/json", json(body));
    }

    void upload(String account, String path, TestDocuments.Upload file) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        send(account, "POST", path, "multipart/form-data; boundary=edge", BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8), file.content(), "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    /** Asks again and again until the answer is as wanted. */
    JsonNode await(String account, String path, Predicate<JsonNode> wanted) {
        for (int tries = 0; tries < 600; tries++) {
            JsonNode found = get(account, path);
            if (wanted.test(found)) {
                return found;
            }
            pause();
        }
        throw new AssertionError("Waited in vain for " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(String account, String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body).header("Content-Type", type);
        if (!account.isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((account + ":" + RunningProduct.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(account + " " + method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.zhiping.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that uses the REST API for one account. */
class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param status of HTTP; @param body JSON, or null where there was none */
    record Answer(int status, String type, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String authorization;

    ApiClient(int port, String account, String password) {
        root = "http://localhost:" + port;
        authorization = account == null ? null
                : "Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return send("POST", path, "application/json", json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json));
    }

    Answer delete(String path) {
        return send("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    Answer upload(String path, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=edge", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body)
                .header("Content-Type", type).header("Accept-Language", "zh-CN");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String answered = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(answer.statusCode(), answered,
                    answered.contains("json") ? JSON.readTree(answer.body()) : null);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package org.zhiping.benchmark;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.zhiping.document.TestDocuments;

/** One client: the calls of {@code docs/api.md} over one kept-alive connection, with HTTP Basic. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "zhiping-benchmark";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Latencies latencies;

    Api(String address, Latencies latencies) {
        this.address = address;
        this.latencies = latencies;
    }

    JsonNode get(Act act, String person, String path) {
        return json(send(act, request(act, person, path).GET().build()));
    }

    byte[] download(Act act, String person, String path) {
        return send(act, request(act, person, path).GET().build());
    }

    JsonNode post(Act act, String person, String path, Object body) {
        return json(send(act, request(act, person, path).header("Content-Type", "application/json").POST(publisher(body)).build()));
    }

    JsonNode put(Act act, String person, String path, Object body) {
        return json(send(act, request(act, person, path).header("Content-Type", "application/json").PUT(publisher(body)).build()));
    }

    void upload(Act act, String person, String path, TestDocuments.Upload file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name() + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file.content());
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        send(act, request(act, person, path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())).build());
    }

    private HttpRequest.Builder request(Act act, String person, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("X-Benchmark-Action", act.name());
        if (person != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (person + ":" + MeasuredProduct.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private byte[] send(Act act, HttpRequest request) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            latencies.add(act, System.nanoTime() - start);
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(act.name() + " was refused: " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(act.name() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(Object body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list as Camunda takes it: type json, value in a string. */
    static Map<String, Object> list(Object rows) {
        return Map.of("value", text(rows), "type", "json");
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

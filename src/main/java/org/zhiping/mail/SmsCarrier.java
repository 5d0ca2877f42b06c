package org.zhiping.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Hands a short message to the gateway. */
@Component
class SmsCarrier implements Carrier {

    private static final int MOST_BYTES = 65_536;

    private record Answer(int status, String body) {
    }

    private final Optional<SmsGateway> gateway;
    private final SmsRequests requests;
    private final ObjectMapper json;
    private final HttpClient client;

    SmsCarrier(Optional<SmsGateway> gateway, SmsRequests requests, ObjectMapper json) {
        this.gateway = gateway;
        this.requests = requests;
        this.json = json;
        this.client = gateway.map(there -> HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(there.timeout()).build()).orElse(null);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean hasServer() {
        return gateway.isPresent();
    }

    @Override
    public Outcome carry(Sending message) {
        HttpRequest request;
        try {
            request = requests.write(gateway.orElseThrow(), message);
        } catch (RuntimeException unwritten) {
            return new Outcome(Cause.of(unwritten, message), false, false);
        }
        CompletableFuture<Answer> answer = client.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(SmsCarrier::read);
        try {
            return judged(answer.get(gateway.get().timeout().toMillis(), TimeUnit.MILLISECONDS), message);
        } catch (ExecutionException failed) {
            return new Outcome(Cause.of(failed, message), false, !neverLeft(failed.getCause()));
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return new Outcome("no answer in " + gateway.get().timeout().toMillis() + " ms", false, true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome("stopped", false, true);
        }
    }

    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A gateway that answered has not taken what it did not say it took. */
    private Outcome judged(Answer answer, Sending message) {
        SmsGateway rule = gateway.orElseThrow();
        boolean status = rule.status().isEmpty() ? answer.status() / 100 == 2 : rule.status().contains(answer.status());
        String said = rule.answer().isEmpty() ? "" : at(rule.answer(), answer.body());
        if (status && said.equals(rule.answer().isEmpty() ? "" : rule.success())) {
            return Outcome.ACCEPTED;
        }
        boolean last = !said.isEmpty() && rule.refused().contains(said);
        return new Outcome(Cause.of("HTTP " + answer.status() + (said.isEmpty() ? "" : ", " + rule.answer() + " = " + said), message), last, false);
    }

    private String at(String pointer, String body) {
        try {
            return json.readTree(body).at(pointer).asText();
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }
}

package org.zhiping.signup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway for short messages that can be told to misbehave. */
public final class SmsOffice implements AutoCloseable {

    /** A request as it came. */
    public record Received(String method, String query, String contentType, String key, String body) {
    }

    /** How one request is answered; a negative status is silence. */
    public record Answer(int status, String body) {
    }

    private static final Answer TAKEN = new Answer(200, "{\"result\":{\"code\":\"OK\"}}");

    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public SmsOffice() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(task -> new Thread(task, "sms-office").start());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    /** The next requests for this number are answered so, later ones and all others well. */
    public void answer(String number, Answer... next) {
        answers.put(number, new ConcurrentLinkedQueue<>(List.of(next)));
    }

    private Answer next(String body) {
        return answers.entrySet().stream().filter(number -> body.contains(number.getKey())).findFirst().map(number -> number.getValue().poll()).orElse(TAKEN);
    }

    public List<Received> received() {
        return received;
    }

    /** Those to this number. */
    public List<Received> received(String number) {
        return received.stream().filter(one -> one.body().contains(number)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Content-Type"), exchange.getRequestHeaders().getFirst("X-Key"), body));
            Answer answer = next(body);
            if (answer.status() < 0) {
                return;
            }
            if (answer.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", address());
            }
            byte[] said = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

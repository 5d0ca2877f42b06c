package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiping.benchmark.probe.ProbedProduct;

/** The product in a process of its own, with its durable database and the probe, as it would run in an institution. */
final class MeasuredProduct implements AutoCloseable {

    static final String PASSWORD = "Try-zhiping-2026";
    static final List<String> FLAGS = List.of("-Xmx1g");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String PROBE = "org/zhiping/benchmark/probe";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Process process;
    final Path data;

    /** @param settings as on the command line, after those that are always given */
    MeasuredProduct(Path folder, String... settings) throws IOException, InterruptedException {
        data = folder.resolve("data");
        int port = freePort();
        address = "http://localhost:" + port;
        List<String> command = Stream.of(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), FLAGS.stream(),
                Stream.of("-cp", classPath(folder.resolve("probe")), ProbedProduct.class.getName(), "--server.port=" + port,
                        "--zhiping.data-dir=" + data, "--zhiping.sample.password=" + PASSWORD,
                        "--zhiping.lookup.per-minute=1000000"), Stream.of(settings)).flatMap(part -> part).toList();
        File log = folder.resolve("product.log").toFile();
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The product did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    String address() {
        return address;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The product's class path and the probe, without the other tests. */
    private static String classPath(Path probe) throws IOException {
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).distinct().toList();
        for (Path tests : entries.stream().filter(entry -> Files.isDirectory(entry.resolve(PROBE))).toList()) {
            Path copy = Files.createDirectories(probe.resolve(PROBE));
            try (Stream<Path> classes = Files.list(tests.resolve(PROBE))) {
                for (Path file : classes.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return Stream.concat(Stream.of(probe), entries.stream().filter(entry -> !Files.isDirectory(entry.resolve(PROBE))))
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private boolean ready() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness")).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the probe has counted since the last reset. */
    JsonNode figures() throws IOException, InterruptedException {
        return figures("GET");
    }

    JsonNode reset() throws IOException, InterruptedException {
        return figures("DELETE");
    }

    private JsonNode figures(String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/benchmark-figures"))
                .method(method, HttpRequest.BodyPublishers.noBody()).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product as its users run it: a process of its own with the embedded database, the sample institution and a port. */
public final class RunningProduct implements AutoCloseable {

    public static final String PASSWORD = "Try-zhiping-2026";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process process;

    /** @param settings as on the command line, after those that are always given */
    public RunningProduct(Path data, String... settings) throws IOException, InterruptedException {
        this.data = data;
        this.settings = List.of(settings);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        start();
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** As if the machine had lost power: no farewell, and the database server is left behind. */
    public void killAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    /** As an operator or a container stops it. @return the exit code */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the product stops").isTrue();
        return process.exitValue();
    }

    /** Sends the signal to stop as soon as the database of the new run is up. @return the exit code */
    int startAndStopAtOnce() throws IOException, InterruptedException {
        launch();
        while (!databaseRuns() && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return stop();
    }

    /** Starts where something else listens on the port. @return the exit code */
    int startOnTakenPort() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(port)) {
            launch();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the product gives up").isTrue();
            return process.exitValue();
        }
    }

    /** At its next start the database replays for so long what a crash left, and answers nobody meanwhile. */
    void recoverFor(Duration time) throws IOException {
        Path folder = data.resolve("postgres");
        Files.createFile(folder.resolve("recovery.signal"));
        Files.writeString(folder.resolve("postgresql.auto.conf"),
                "hot_standby = off\nrestore_command = 'mkdir replayed && sleep %d; false'\n".formatted(time.toSeconds()), StandardOpenOption.APPEND);
    }

    /** Whether a PostgreSQL server of this product runs, or has left its mark. */
    boolean databaseRuns() {
        return Files.exists(data.resolve("postgres/postmaster.pid"));
    }

    String log() throws IOException {
        return Files.readString(logFile().toPath());
    }

    void start() throws IOException, InterruptedException {
        launch();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The product did not start; see " + logFile());
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private File logFile() {
        return new File("target/running-product-" + port + ".log");
    }

    private void launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", classPath(), Zhiping.class.getName(),
                "--server.port=" + port, "--zhiping.data-dir=" + data, "--zhiping.sample.password=" + PASSWORD));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile())).start();
    }

    /** The product's own classes and libraries, without those of the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/")).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness")).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command: starts the product, warms it up, plays cases and prints what they cost. */
public final class Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final MeasuredProduct product;
    private final DatabaseServer server;
    private final Play play;

    private Benchmark(MeasuredProduct product, int clients) throws Exception {
        this.product = product;
        this.server = new DatabaseServer(product.data);
        this.play = new Play(product.address(), clients);
    }

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.fromProperties();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-").toAbsolutePath();
        try (MeasuredProduct product = new MeasuredProduct(folder)) {
            String report = JSON.writeValueAsString(new Benchmark(product, settings.clients()).run(settings));
            Files.writeString(settings.report(), report);
            System.out.println(report);
        }
    }

    private Map<String, Object> run(Settings settings) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("clients", settings.clients());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("flags", MeasuredProduct.FLAGS);
        long start = System.nanoTime();
        play.cases(settings.warmUp(), settings.candidates());
        figures.put("warmUp", Map.of("cases", settings.warmUp(), "seconds", Report.rounded(seconds(start))));
        CommitRate commits = new CommitRate(server);
        double before = commits.measure(settings.clients(), settings.commitSeconds());
        Report cases = measured(settings.cases(), settings.candidates(), settings.beside("-statements"));
        double after = commits.measure(settings.clients(), settings.commitSeconds());
        double rate = (before + after) / 2;
        figures.put("commitsPerSecond", Map.of("before", Report.rounded(before), "after", Report.rounded(after)));
        figures.put("actionsPerSecondInPercentOfCommits", Report.rounded(100 * cases.actionsPerSecond() / rate));
        figures.put("sessionsOf" + settings.candidates(), cases.figures());
        if (settings.singleCases() > 0) {
            figures.put("sessionsOfOne", measured(settings.singleCases(), 1, settings.beside("-statements-one")).figures());
        }
        return figures;
    }

    private Report measured(int cases, int perSession, Path statements) throws Exception {
        DatabaseServer.Figures before = server.settled();
        double cpuBefore = product.reset().get("cpuNanos").doubleValue();
        long start = System.nanoTime();
        Latencies latencies = play.cases(cases, perSession);
        double seconds = seconds(start);
        JsonNode counted = product.figures();
        Files.writeString(statements, JSON.writeValueAsString(counted));
        return new Report(cases, seconds, latencies, counted, (counted.get("cpuNanos").doubleValue() - cpuBefore) / 1e6,
                server.settled().since(before), server.backgroundSteps());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}

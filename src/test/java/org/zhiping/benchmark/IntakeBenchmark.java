package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.benchmark.intake.DraftSaves;
import org.zhiping.benchmark.intake.EligibilityRate;
import org.zhiping.benchmark.intake.GroupImport;
import org.zhiping.benchmark.intake.Upload;

/** The command for the way from a draft to a submission: each measurement in a process of its own, one after another. */
public final class IntakeBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SAVES = 300;
    private static final int SUBMISSIONS = 20;
    /** Of two dry runs and of an import, which takes longer a row. */
    private static final List<String> GROUP_ROWS = List.of("10000", "100000", "2000");

    private IntakeBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("eligibility", alone(EligibilityRate.class, "-Xmx1g", List.of()));
        figures.put("drafts", drafts());
        figures.put("upload", alone(Upload.class, "-Xmx64m", List.of()));
        figures.put("groupImport", alone(GroupImport.class, "-Xmx1g", GROUP_ROWS));
        String report = JSON.writeValueAsString(figures);
        Files.writeString(Path.of("target/benchmark-intake.json"), report);
        System.out.println(report);
    }

    private static Map<String, Object> drafts() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-").toAbsolutePath();
        try (MeasuredProduct product = new MeasuredProduct(folder); Connection database = new DatabaseServer(folder.resolve("data")).connect("postgres")) {
            Map<String, Object> figures = new LinkedHashMap<>(DraftSaves.measure(product.address(), MeasuredProduct.PASSWORD, database, SAVES));
            Applicant last = submit(product);
            figures.put("statements per submission", perRequest(product.figures().get("actions").get("submit application")));
            figures.put("statements per case page", DraftSaves.statementsOfCasePage(product.address(), last.account(),
                    MeasuredProduct.PASSWORD, last.caseNumber()));
            return figures;
        }
    }

    /** The first of them is not counted. */
    private static Applicant submit(MeasuredProduct product) throws Exception {
        Api api = new Api(product.address(), new Latencies());
        String round = null;
        for (JsonNode open : api.get(Act.read("read rounds"), null, "/api/v1/rounds")) {
            round = open.get("standard").asText().equals("all-media-operator") ? open.get("number").asText() : round;
        }
        Applicant last = new Applicant(api, 0);
        last.apply(round);
        product.reset();
        for (int serial = 1; serial <= SUBMISSIONS; serial++) {
            last = new Applicant(api, serial);
            last.apply(round);
        }
        return last;
    }

    private static double perRequest(JsonNode counted) {
        return counted.get("statements").doubleValue() / counted.get("requests").doubleValue();
    }

    /** What a measurement prints last is its JSON. */
    private static JsonNode alone(Class<?> measurement, String heap, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap,
                "-cp", System.getProperty("java.class.path"), measurement.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int start = printed.lastIndexOf("\n{") + 1;
        if (process.waitFor() != 0 || printed.charAt(start) != '{') {
            throw new IllegalStateException(measurement.getSimpleName() + " failed: " + printed);
        }
        return JSON.readTree(printed.substring(start));
    }
}

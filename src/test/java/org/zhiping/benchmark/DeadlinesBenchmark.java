package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.benchmark.tasks.DeskReader;
import org.zhiping.benchmark.tasks.ManyOpenTasks;

/**
 * The command for open deadlines: the page and the list of those that a change of the calendar would move, at growing numbers of open tasks,
 * nearly all of which would; at the smallest number then moving them all. Milliseconds at the client, one at a time. {@code -Dsizes=1000,100000} chooses the numbers.
 */
public final class DeadlinesBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String KEEPER = "exam-officer";
    private static final int READS = 10;

    private DeadlinesBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-").toAbsolutePath();
        Map<String, Object> figures = new LinkedHashMap<>(Map.of("processors", Runtime.getRuntime().availableProcessors()));
        try (MeasuredProduct product = new MeasuredProduct(folder); Connection database = new DatabaseServer(product.data).connect("postgres")) {
            ManyOpenTasks tasks = new ManyOpenTasks(database, realTask(product, database));
            long there = 0;
            for (String size : sizes()) {
                tasks.fill(there + 1, Long.parseLong(size));
                Map<String, Object> line = looked(product);
                if (there == 0) {
                    move(product, line);
                }
                there = Long.parseLong(size);
                figures.put(size, line);
            }
        }
        String report = JSON.writeValueAsString(figures);
        Files.writeString(Path.of("target/benchmark-deadlines.json"), report);
        System.out.println(report);
    }

    private static String[] sizes() {
        String given = System.getProperty("sizes", "");
        return (given.isBlank() || given.startsWith("${") ? "1000,100000" : given).split(",");
    }

    private static void move(MeasuredProduct product, Map<String, Object> line) {
        long begun = System.nanoTime();
        JsonNode moved = new Api(product.address(), new Latencies()).post(Act.action("move"), KEEPER, "/api/desk/calendar/deadlines", Map.of());
        line.put("movedASecond", Report.rounded(moved.get("moved").longValue() / ((System.nanoTime() - begun) / 1e9)));
    }

    private static String realTask(MeasuredProduct product, Connection database) throws Exception {
        Api api = new Api(product.address(), new Latencies());
        String round = null;
        for (JsonNode open : api.get(Act.read("read rounds"), null, "/api/v1/rounds")) {
            round = open.get("standard").textValue().equals("all-media-operator") ? open.get("number").textValue() : round;
        }
        new Applicant(api, 1).apply(round);
        Patience.until(() -> !tasks(database).isEmpty(), "a review that waits");
        return tasks(database);
    }

    private static String tasks(Connection database) {
        try (Statement sql = database.createStatement();
             ResultSet row = sql.executeQuery("select coalesce(max(task_id), '') from worklist_task where step = 'review-materials'")) {
            row.next();
            return row.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> looked(MeasuredProduct product) throws Exception {
        DeskReader desk = new DeskReader(product.address(), KEEPER, MeasuredProduct.PASSWORD);
        desk.open("/desk/calendar/deadlines", "warm up", 3);
        product.reset();
        List<Long> pages = desk.open("/desk/calendar/deadlines", "deadlines page", READS);
        JsonNode counted = product.figures().get("actions").path("deadlines page");
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("p50", Report.rounded(Latencies.millis(pages, 0.5)));
        line.put("max", Report.rounded(Latencies.millis(pages, 1)));
        line.put("statements", Report.rounded(counted.path("statements").doubleValue() / READS));
        line.put("wouldMove", new Api(product.address(), new Latencies()).get(Act.read("list"), KEEPER, "/api/desk/calendar/deadlines?most=1").get("count").longValue());
        return line;
    }
}

package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhiping.benchmark.tasks.DeskReader;
import org.zhiping.benchmark.tasks.ManyOpenTasks;

/**
 * The command for the worklist: its page with its counts, its search, and the same list and count through the engine's task query, at
 * growing numbers of open tasks; then people who claim the next task and complete it, all at once.
 * Times are milliseconds at the client. {@code -Dsizes=1000,100000,1000000} chooses the numbers.
 */
public final class WorklistBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int CLIENTS = 8;
    private static final int REVIEWS_EACH = 6;
    private static final int READS = 100;
    private static final int ENGINE_READS = 15;
    /** One query through the engine is asked again until it has taken this long, and at no larger size. */
    private static final Duration PATIENCE_WITH_ENGINE = Duration.ofSeconds(20);
    private static final String OFFICER = "acceptance-officer";
    private static final String PAGE = "&unassigned=true&sortBy=dueDate&sortOrder=asc&maxResults=50";
    /** By the role the product leaves the comparison with the authorizations out; by the step it is the engine's own, with the same answer. */
    private static final Map<String, String> ENGINE = new TreeMap<>(Map.of(
            "engine, own role: list", "/engine-rest/task?candidateGroup=" + OFFICER + PAGE,
            "engine, own role: count", "/engine-rest/task/count?candidateGroup=" + OFFICER + "&unassigned=true",
            "engine with authorizations: list", "/engine-rest/task?taskDefinitionKey=review-materials" + PAGE,
            "engine with authorizations: count", "/engine-rest/task/count?taskDefinitionKey=review-materials&unassigned=true"));

    /** Generated tasks are in no process that they could go back to. */
    private static final String NOTHING_GIVEN_BACK = "--zhiping.give-back-scan=-";

    private final MeasuredProduct product;
    private final Connection database;
    private final AtomicInteger people = new AtomicInteger();
    private final Set<String> tooSlow = new HashSet<>();
    private final String round;

    private WorklistBenchmark(MeasuredProduct product, Connection database) throws Exception {
        this.product = product;
        this.database = database;
        String found = null;
        for (JsonNode open : new Api(product.address(), new Latencies()).get(Act.read("read rounds"), null, "/api/v1/rounds")) {
            found = open.get("standard").textValue().equals("all-media-operator") ? open.get("number").textValue() : found;
        }
        this.round = found;
        for (int i = 0; i < CLIENTS; i++) {
            run("insert into account select (jsonb_populate_record(a, jsonb_build_object('id', 'officer-" + i + "', 'version', 0))).* from account a where id = '"
                    + OFFICER + "'");
            run("insert into account_role (account, role) values ('officer-" + i + "', '" + OFFICER + "')");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark-").toAbsolutePath();
        try (MeasuredProduct product = new MeasuredProduct(folder, NOTHING_GIVEN_BACK);
             Connection database = new DatabaseServer(product.data).connect("postgres")) {
            String report = JSON.writeValueAsString(new WorklistBenchmark(product, database).run());
            Files.writeString(Path.of("target/benchmark-worklist.json"), report);
            System.out.println(report);
        }
    }

    private Map<String, Object> run() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>(Map.of("processors", Runtime.getRuntime().availableProcessors()));
        apply(CLIENTS);
        review(new Latencies(), 1);
        apply(1);
        ManyOpenTasks tasks = new ManyOpenTasks(database, putAside());
        Map<String, Map<String, Object>> sizes = new LinkedHashMap<>();
        long there = 0;
        for (long size : sizes()) {
            tasks.fill(there + 1, size);
            there = size;
            sizes.put(String.valueOf(size), measured(size));
        }
        figures.put("openTasks", sizes);
        figures.put("p95GrowthFromFirstToLast", growth(List.copyOf(sizes.values())));
        return figures;
    }

    private static List<Long> sizes() {
        String given = System.getProperty("sizes", "");
        return Stream.of((given.isBlank() || given.startsWith("${") ? "1000,100000,1000000" : given).split(",")).map(Long::valueOf).toList();
    }

    private Map<String, Object> measured(long size) throws Exception {
        Latencies reads = new Latencies();
        Api api = new Api(product.address(), reads);
        lists(new Api(product.address(), new Latencies()), 20);
        product.reset();
        lists(api, READS);
        ENGINE.forEach((what, path) -> engine(api, what, path));
        DeskReader page = new DeskReader(product.address(), OFFICER, MeasuredProduct.PASSWORD);
        List<Long> pages = page.open("/desk/worklist", "worklist page", READS);
        Map<String, Object> figures = figures(reads);
        figures.put("worklist page", line(pages, product.figures().get("actions").path("worklist page")));
        apply(CLIENTS * REVIEWS_EACH);
        Latencies acts = new Latencies();
        product.reset();
        review(acts, REVIEWS_EACH);
        figures.putAll(figures(acts));
        return figures;
    }

    private void lists(Api api, int times) {
        for (int i = 0; i < times; i++) {
            api.get(Act.read("worklist list and counts"), OFFICER, "/api/desk/worklist?view=waiting");
            api.get(Act.read("worklist overdue and counts"), OFFICER, "/api/desk/worklist?view=overdue");
            api.get(Act.read("worklist filtered by level and counts"), OFFICER, "/api/desk/worklist?standard=all-media-operator&level=LEVEL_3");
            api.post(Act.read("search by case number"), OFFICER, "/api/desk/worklist/search", Map.of("sought", "ZP199900000" + (100 + i)));
            api.post(Act.read("search by name"), OFFICER, "/api/desk/worklist/search", Map.of("sought", "张伟"));
        }
    }

    private void engine(Api api, String what, String path) {
        long begun = System.nanoTime();
        for (int i = 0; i < ENGINE_READS && !tooSlow.contains(what); i++) {
            api.get(Act.read(what), OFFICER, path);
            if (System.nanoTime() - begun > PATIENCE_WITH_ENGINE.toNanos()) {
                tooSlow.add(what);
            }
        }
    }

    private Map<String, Object> figures(Latencies latencies) throws Exception {
        JsonNode counted = product.figures().get("actions");
        Map<String, Object> figures = new LinkedHashMap<>();
        latencies.sorted().forEach((act, nanos) -> {
            if (act.kind() != Act.Kind.WAIT) {
                figures.put(act.name(), line(nanos, counted.path(act.name())));
            }
        });
        return figures;
    }

    private static Map<String, Object> line(List<Long> sorted, JsonNode counted) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("calls", sorted.size());
        line.put("p50", Report.rounded(Latencies.millis(sorted, 0.5)));
        line.put("p95", Report.rounded(Latencies.millis(sorted, 0.95)));
        line.put("statements", Report.rounded(counted.path("statements").doubleValue() / Math.max(1, counted.path("requests").doubleValue())));
        return line;
    }

    private static Map<String, Object> growth(List<Map<String, Object>> sizes) {
        Map<String, Object> growth = new LinkedHashMap<>();
        sizes.get(0).forEach((what, first) -> {
            if (sizes.get(sizes.size() - 1).get(what) instanceof Map<?, ?> last) {
                growth.put(what, Report.rounded((double) last.get("p95") / (double) ((Map<?, ?>) first).get("p95")));
            }
        });
        return growth;
    }

    /** New cases, each waiting for its review. */
    private void apply(int number) throws Exception {
        AtomicInteger left = new AtomicInteger(number);
        together(client -> {
            Api api = new Api(product.address(), new Latencies());
            while (left.getAndDecrement() > 0) {
                new Applicant(api, people.incrementAndGet()).apply(round);
            }
        });
        Patience.until(() -> waiting() >= number, "reviews that wait");
    }

    /** Each client claims what comes next in the real round, looks at its form and accepts the case. */
    private void review(Latencies latencies, int each) throws Exception {
        together(client -> {
            Api api = new Api(product.address(), latencies);
            Staff staff = new Staff(api);
            String officer = "officer-" + client;
            for (int i = 0; i < each; i++) {
                String task = api.post(Act.part("claim next"), officer, "/api/desk/worklist/next", Map.of("round", round)).get("taskId").textValue();
                staff.accept(officer, task, staff.form(officer, task, "review-materials"));
            }
        });
    }

    private interface Client {
        void act(int number) throws Exception;
    }

    private static void together(Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> clients = IntStream.range(0, CLIENTS).mapToObj(number -> (Callable<Void>) () -> {
                client.act(number);
                return null;
            }).toList();
            for (Future<Void> one : threads.invokeAll(clients)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private long waiting() {
        return Long.parseLong(asked("select count(*) from worklist_task where round = '" + round + "' and step = 'review-materials' and assignee is null"));
    }

    /** A task that stays open throughout, because it is with somebody who takes no part. */
    private String putAside() {
        return new Api(product.address(), new Latencies()).post(Act.part("put aside"), OFFICER, "/api/desk/worklist/next", Map.of("round", round))
                .get("taskId").textValue();
    }

    private String asked(String question) {
        try (Statement sql = database.createStatement(); var row = sql.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String change) throws Exception {
        try (Statement sql = database.createStatement()) {
            sql.execute(change);
        }
    }
}

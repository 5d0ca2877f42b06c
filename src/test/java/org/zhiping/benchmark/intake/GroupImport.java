package org.zhiping.benchmark.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.Zhiping;
import org.zhiping.group.SheetMaker;

/**
 * What a group application costs: rows a second of the dry run and of the import, and the most heap that is in use after a collection, in
 * the whole product; beside them plain inserts of the same bytes into the same database.
 */
public final class GroupImport {

    private static final String PASSWORD = "Try-zhiping-2026";
    private static final List<String> HEADINGS = List.of("姓名", "证件号码", "手机号码", "申请人类别", "申报等级", "职业方向", "现单位或学校", "工作1·单位",
            "工作1·职业", "工作1·开始日期");
    private static final int BATCH = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final DataSource database;
    private int people;

    private GroupImport(String address, DataSource database) {
        this.address = address;
        this.database = database;
    }

    /** @param arguments rows of each dry run, then rows of the import; 10000 100000 10000 without any */
    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0 ? new int[] {10_000, 100_000, 10_000} : java.util.Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        int imported = sizes[sizes.length - 1];
        System.out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(measure(java.util.Arrays.copyOf(sizes, sizes.length - 1), imported)));
        System.exit(0);
    }

    /** Starts a product of its own with an empty durable database. @param imported rows of the import */
    public static Map<String, Object> measure(int[] dryRuns, int imported) throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "group-import-").toAbsolutePath();
        try (ConfigurableApplicationContext product = SpringApplication.run(Zhiping.class, "--server.port=0", "--zhiping.data-dir=" + data,
                "--zhiping.sample.password=" + PASSWORD, "--logging.level.root=warn")) {
            GroupImport measured = new GroupImport("http://localhost:" + product.getEnvironment().getProperty("local.server.port"),
                    product.getBean(DataSource.class));
            measured.dryRun(500);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("processors", Runtime.getRuntime().availableProcessors());
            figures.put("maxHeapMiB", Runtime.getRuntime().maxMemory() >> 20);
            for (int rows : dryRuns) {
                figures.put("dryRunOf" + rows, measured.dryRun(rows));
            }
            figures.put("importOf" + imported, measured.imported(imported));
            return figures;
        }
    }

    private Map<String, Object> dryRun(int rows) throws Exception {
        byte[] sheet = sheet(rows);
        Heap heap = new Heap();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        String number = hand(sheet);
        settled(number);
        double seconds = seconds(start);
        Map<String, Object> figures = figures(rows, seconds, cpuNanos() - cpu, heap);
        figures.put("spreadsheetBytes", sheet.length);
        double plain = plain("select length(content) + length(report) from group_row where import = '" + number + "'", BATCH);
        figures.put("plainInsertsPerSecond", rounded(plain));
        figures.put("timesPlainInserts", rounded(plain / (rows / seconds)));
        return figures;
    }

    private Map<String, Object> imported(int rows) throws Exception {
        String number = hand(sheet(rows));
        settled(number);
        Heap heap = new Heap();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        post("/" + number + "/import");
        JsonNode done = settled(number);
        double seconds = seconds(start);
        Map<String, Object> figures = figures(rows, seconds, cpuNanos() - cpu, heap);
        figures.put("state", done.at("/summary/state").asText());
        figures.put("cases", JdbcClient.create(database).sql("select count(*) from group_case").query(Integer.class).single());
        double plain = plain("select length(claims) + length(confirmation) + length(applicant_name) from application", 1);
        figures.put("plainInsertsPerSecond", rounded(plain));
        figures.put("timesPlainInserts", rounded(plain / (rows / seconds)));
        return figures;
    }

    private static Map<String, Object> figures(int rows, double seconds, long cpu, Heap heap) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", rounded(seconds));
        figures.put("rowsPerSecond", rounded(rows / seconds));
        figures.put("cpuMillisPerRow", Math.round(cpu / 1e4 / rows) / 100.0);
        figures.put("heapBeforeMiB", heap.before >> 20);
        figures.put("heapAtMostMiB", heap.atMost() >> 20);
        return figures;
    }

    /** Rows a second of inserts that do nothing else, each row as long as that of the product. @param batch rows a transaction */
    private double plain(String lengths, int batch) throws Exception {
        List<Integer> sizes = JdbcClient.create(database).sql(lengths + (lengths.contains("where") ? "" : " limit 5000")).query(Integer.class).list();
        try (Connection connection = database.getConnection(); Statement table = connection.createStatement()) {
            table.execute("drop table if exists plain_rows; create table plain_rows (id bigint generated always as identity primary key, content text)");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("insert into plain_rows (content) values (?)")) {
                for (int i = 0; i < sizes.size(); i++) {
                    insert.setString(1, "x".repeat(sizes.get(i)));
                    insert.addBatch();
                    if ((i + 1) % batch == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            double seconds = seconds(start);
            table.execute("drop table plain_rows");
            connection.commit();
            connection.setAutoCommit(true);
            return sizes.size() / seconds;
        }
    }

    private byte[] sheet(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "benchmark", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("报名表");
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(0, i, HEADINGS.get(i));
            }
            for (int line = 1; line <= rows; line++) {
                List<String> row = row(++people);
                for (int i = 0; i < row.size(); i++) {
                    sheet.value(line, i, row.get(i));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> row(int person) {
        return List.of("考生" + person, SheetMaker.id(), SheetMaker.phone(), "在职或社会人员", "四级/中级工", "创意策划", "第" + person % 50 + "传媒公司",
                "第" + person % 50 + "传媒公司", "全媒体运营师", LocalDate.of(2010, 1, 1).plusDays(person % 3000).toString());
    }

    private String hand(byte[] sheet) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"people.xlsx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(sheet);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        String round = json.readTree(http.send(HttpRequest.newBuilder(URI.create(address + "/api/v1/rounds")).build(), BodyHandlers.ofString()).body())
                .valueStream().filter(one -> one.toString().contains("all-media-operator")).findFirst().orElseThrow().get("number").asText();
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(address + "/api/v1/group-imports?declared=true&round=" + round))
                .header("Content-Type", "multipart/form-data; boundary=edge").POST(BodyPublishers.ofByteArray(body.toByteArray())));
        return answer.get("number").asText();
    }

    private void post(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address + "/api/v1/group-imports" + path)).POST(BodyPublishers.noBody()));
    }

    private JsonNode settled(String number) throws IOException, InterruptedException {
        while (true) {
            JsonNode answer = send(HttpRequest.newBuilder(URI.create(address + "/api/v1/group-imports/" + number + "?show=faulty")).GET());
            if (!answer.at("/summary/running").asBoolean()) {
                if (!answer.at("/lines").isEmpty() || answer.at("/summary/state").asText().equals("UNREADABLE")) {
                    throw new IllegalStateException("The rows of the benchmark are to be sound: " + answer);
                }
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("group-agent:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = http.send(request.header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Of the product with its client, on all processors; the database's own is not in it. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10) / 10.0;
    }

    /** What is in use when a collection has ended. */
    private static final class Heap {

        private final AtomicLong most = new AtomicLong();
        private final long before;

        Heap() {
            System.gc();
            before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
                    if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                        most.accumulateAndGet(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo()
                                .getMemoryUsageAfterGc().entrySet().stream().filter(pool -> isHeap(pool.getKey()))
                                .map(Map.Entry::getValue).mapToLong(MemoryUsage::getUsed).sum(), Math::max);
                    }
                }, null, null);
            }
        }

        private static boolean isHeap(String pool) {
            return pool.startsWith("G1") || pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Old") || pool.contains("Tenured");
        }

        long atMost() {
            System.gc();
            return most.get();
        }
    }
}

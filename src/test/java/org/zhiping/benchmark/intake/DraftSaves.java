package org.zhiping.benchmark.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One applicant fills in the form and the page saves itself: how long a save takes, what it asks of the database, and how that
 * compares with writing the same encrypted bytes over plain JDBC. Times are milliseconds.
 */
public final class DraftSaves {

    private static final String ACTION = "X-Benchmark-Action";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|version)\"\\s+value=\"([^\"]*)\"");
    private static final int WARM_UP = 50;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String address;
    private final String password;
    private final String account;
    private String caseNumber;

    private DraftSaves(String address, String account, String password) {
        this.address = address;
        this.account = account;
        this.password = password;
    }

    /**
     * @param address  of a product with the probe and the sample institution
     * @param password of the accounts that are made here
     * @param database of that product
     * @param saves    how many are measured
     */
    public static Map<String, Object> measure(String address, String password, Connection database, int saves) throws Exception {
        return new DraftSaves(address, "drafting-" + System.nanoTime(), password).run(database, saves);
    }

    /** SQL statements of the page on which an applicant sees where this case stands. */
    public static double statementsOfCasePage(String address, String account, String password, String caseNumber) throws Exception {
        DraftSaves applicant = new DraftSaves(address, account, password);
        applicant.caseNumber = caseNumber;
        applicant.signIn();
        applicant.call("DELETE", "/benchmark-figures", null, null);
        for (int i = 0; i < 20; i++) {
            applicant.get("/portal/applications/" + caseNumber, "case page");
        }
        return statements(applicant.actions(), "case page");
    }

    private Map<String, Object> run(Connection database, int saves) throws Exception {
        begin();
        save(WARM_UP);
        call("DELETE", "/benchmark-figures", null, null);
        List<Double> took = save(saves);
        for (int i = 0; i < 20; i++) {
            page("draft form", "/form");
            page("draft overview", "");
        }
        JsonNode actions = actions();
        List<Double> plain = update(database, saves);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("saves", saves);
        figures.put("p50", share(took, 50));
        figures.put("p95", share(took, 95));
        for (String action : List.of("save draft", "draft form", "draft overview")) {
            figures.put("statements per " + action, statements(actions, action));
        }
        figures.put("plainUpdateP50", share(plain, 50));
        figures.put("plainUpdateP95", share(plain, 95));
        figures.put("ratioP50", share(took, 50) / share(plain, 50));
        return figures;
    }

    private JsonNode actions() throws Exception {
        return JSON.readTree(call("GET", "/benchmark-figures", null, null).body()).get("actions");
    }

    private static double statements(JsonNode actions, String action) {
        JsonNode counted = actions.get(action);
        return counted.get("statements").doubleValue() / counted.get("requests").doubleValue();
    }

    private void begin() throws Exception {
        call("POST", "/api/v1/accounts", JSON.writeValueAsString(Map.of("id", account, "name", "张伟", "password", password,
                "email", account + "@zhiping.example")), null);
        String consent = JSON.readTree(call("GET", "/api/v1/consents/text", null, null).body()).get("version").asText();
        call("POST", "/api/v1/consents", JSON.writeValueAsString(Map.of("version", consent, "general", true, "sensitive", true)), null);
        String round = "";
        for (JsonNode open : JSON.readTree(call("GET", "/api/v1/rounds", null, null).body())) {
            round = open.get("standard").asText().equals("all-media-operator") ? open.get("number").asText() : round;
        }
        caseNumber = JSON.readTree(call("POST", "/api/v1/applications",
                JSON.writeValueAsString(Map.of("round", round, "level", "LEVEL_4", "direction", "A")), null).body()).get("caseNumber").asText();
        signIn();
    }

    private void signIn() throws Exception {
        Map<String, String> hidden = hidden(get("/sign-in", null));
        post("/sign-in", Map.of("username", account, "password", password, "_csrf", hidden.get("_csrf")), null);
    }

    private List<Double> save(int times) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(hidden(get("/portal/applications/" + caseNumber + "/form", null)));
        fields.put("base", "{}");
        fields.put("person.applicantKind", "WORKER");
        fields.put("person.idType", "RESIDENT_ID");
        fields.put("person.idNumber", "11010519491231002X");
        for (int i = 0; i < 3; i++) {
            fields.put("jobs[" + i + "].employer", "北京某传媒有限公司");
            fields.put("jobs[" + i + "].occupation", "全媒体运营师");
            fields.put("jobs[" + i + "].from", (2012 + i) + "-03-01");
        }
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            fields.put("person.employer", "北京某传媒有限公司" + i);
            long start = System.nanoTime();
            String answer = post("/portal/applications/" + caseNumber + "/form/draft", fields, "save draft");
            took.add((System.nanoTime() - start) / 1e6);
            Matcher version = Pattern.compile("data-version=\"(\\d+)\"").matcher(answer);
            if (!version.find()) {
                throw new IllegalStateException("Not saved: " + answer);
            }
            fields.put("version", version.group(1));
        }
        return took;
    }

    private void page(String action, String path) throws Exception {
        get(path.isEmpty() ? "/portal" : "/portal/applications/" + caseNumber + path, action);
    }

    /** One row, of as many bytes as an application's claims have, each in a transaction of its own. */
    private static List<Double> update(Connection database, int times) throws Exception {
        database.setAutoCommit(true);
        database.createStatement().execute("create table if not exists plain_draft (id int primary key, claims text not null)");
        database.createStatement().execute("insert into plain_draft values (1, '') on conflict do nothing");
        Random random = new Random(1);
        byte[] sealed = new byte[900];
        List<Double> took = new ArrayList<>();
        try (PreparedStatement update = database.prepareStatement("update plain_draft set claims = ? where id = 1")) {
            for (int i = 0; i < times + WARM_UP; i++) {
                random.nextBytes(sealed);
                update.setString(1, Base64.getEncoder().encodeToString(sealed));
                long start = System.nanoTime();
                update.executeUpdate();
                took.add((System.nanoTime() - start) / 1e6);
            }
        }
        database.createStatement().execute("drop table plain_draft");
        return took.subList(WARM_UP, took.size());
    }

    private static double share(List<Double> took, int percent) {
        List<Double> sorted = took.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private String get(String path, String action) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        return send(action == null ? request : request.header(ACTION, action));
    }

    private String post(String path, Map<String, String> fields, String action) throws Exception {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        return send(action == null ? request : request.header(ACTION, action));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.uri());
        }
        return answer.body();
    }

    private HttpResponse<String> call(String method, String path, String json, String action) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (path.startsWith("/api/v1/applications") || path.startsWith("/api/v1/consents")) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " " + path + " " + answer.body());
        }
        return answer;
    }

    private static Map<String, String> hidden(String page) {
        return HIDDEN.matcher(page).results().collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (one, other) -> one));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

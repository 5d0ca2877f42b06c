package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Browser;
import org.zhiping.identity.Role;
import org.zhiping.platform.web.Page;

/** What no honest program sends is answered, by every documented place and by the engine: never with a failure of ours, and without our insides. */
@ProductTest
class HostileInputTest {

    private static final String PASSWORD = "Walk-the-case-1";
    private static final String STAFF = "hostile-staff";
    private static final String KEEPER = "hostile-keeper";
    private static final String APPLICANT = "hostile-applicant";
    private static final String AGENT = "hostile-agent";
    private static final Pattern INSIDES = Pattern.compile("\\b(org\\.(zhiping|postgresql|springframework|camunda|apache)\\.|java\\.(lang|util|sql|time)\\."
            + "|SQLState|PSQLException|[A-Z]\\w+Exception:|com\\.fasterxml)");
    private static final List<String> IN_PATHS = List.of("x", "-1", "0", "9223372036854775808", "%ED%A0%80", "%E0%80", "9999-12-31", "+999999999-12-31",
            "-999999999-01-01", "%7B%7B", "%27%22", "a".repeat(3_000), "00000000-0000-0000-0000-000000000000", "S000000000000");
    private static final List<String> IN_QUERIES = List.of("", "%00", "a%00b", "x", "-1", "99999999999999999999", "2147483647", "1e400", "NaN", "%ED%A0%80",
            "9999-12-31", "-999999999-01-01", "%2B999999999-12-31", "%25%25", "%5C", "a".repeat(3_000), "x&x=y");
    private static final List<String> IN_JSON = List.of("null", "true", "-1", "99999999999999999999", "1e400", "1E-400", "1e999999999", "\"\"",
            "\"a\\u0000b\"", "\"\\ud800\"", "\"9999-12-31\"", "\"-999999999-01-01\"", "\"+999999999-12-31\"", "\"9999-12-31T23:59:59Z\"",
            "\"+1000000000-12-31T23:59:59Z\"", "[]", "[null]", "[[]]", "[{}]", "{}", "{\"a\": null}", "{\"\": [\"\\u0000\"]}", "\"" + "长".repeat(30_000) + "\"");
    private static final List<String> TO_THE_ENGINE = List.of("null", "true", "1e999999999", "\"a\\u0000b\"", "\"\\ud800\"", "[]", "[null]", "{\"a\": null}");
    private static final List<String> BODIES = List.of("", "null", "[]", "{}", "1", "\"x\"", "{\"x\":1}", "[".repeat(2_000), "{\"a\":".repeat(900) + "1" + "}".repeat(900), "\uFFFF");

    @Autowired Accounts accounts;
    @Autowired ObjectMapper json;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private int asked;

    @BeforeEach
    void hire() {
        if (accounts.find(STAFF).isEmpty()) {
            Set<Role> all = Stream.of(Role.values()).filter(Role::staff).filter(role -> role != Role.ADMINISTRATOR).collect(Collectors.toSet());
            accounts.create(STAFF, "多面手", "", all, PASSWORD, "test");
            accounts.create(KEEPER, "管理员", "", Set.of(Role.ADMINISTRATOR), PASSWORD, "test");
            accounts.create(AGENT, "经办人", "", Set.of(Role.GROUP_AGENT), PASSWORD, "test");
            accounts.register(APPLICANT, "申请人", PASSWORD);
        }
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void quiet() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void everyDocumentedPlaceAnswers() throws Exception {
        JsonNode api = json.readTree(send(null, "GET", "/api-docs", null, null).body());
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
                ask(path.getKey(), operation.getKey().toUpperCase(), operation.getValue(), api)));
        assertThat(asked).isGreaterThan(2_000);
        assertThat(failures).isEmpty();
        assertThat(errors()).isEmpty();
    }

    private void ask(String path, String method, JsonNode operation, JsonNode api) {
        String account = path.startsWith("/api/v1") ? APPLICANT : path.startsWith("/api/group") ? AGENT : STAFF;
        List<String> queries = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                queries.add(parameter.path("name").asText());
            }
        });
        JsonNode content = operation.path("requestBody").path("content");
        String type = content.isMissingNode() ? null : content.fieldNames().next();
        String body = type == null ? null : type.contains("json") ? "{}" : "x";
        for (String place : path.contains("{") ? IN_PATHS : List.of("")) {
            tell(account, method, filled(path, place), type, body);
        }
        for (String known : List.of(APPLICANT, KEEPER)) {
            tell(KEEPER, method, filled(path, known), type, body);
        }
        for (String query : queries) {
            IN_QUERIES.forEach(value -> tell(account, method, filled(path, "1") + "?" + query + "=" + value, type, body));
        }
        if (type != null) {
            BODIES.forEach(each -> tell(account, method, filled(path, "1"), type, each));
            JsonNode schema = resolved(content.path(type).path("schema"), api);
            schema.path("properties").fieldNames().forEachRemaining(property ->
                    IN_JSON.forEach(value -> tell(account, method, filled(path, "1"), type, with(schema, property, value, api))));
        }
    }

    private static String filled(String path, String value) {
        return path.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(value));
    }

    private static JsonNode resolved(JsonNode schema, JsonNode api) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }

    /** Everything else as it may be. */
    private String with(JsonNode schema, String property, String value, JsonNode api) {
        ObjectNode sound = json.createObjectNode();
        schema.path("properties").properties().forEach(other -> sound.set(other.getKey(), sound(resolved(other.getValue(), api))));
        sound.remove(property);
        String rest = sound.toString();
        return rest.substring(0, rest.length() - 1) + (sound.isEmpty() ? "" : ",") + "\"" + property + "\":" + value + "}";
    }

    private JsonNode sound(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> json.getNodeFactory().numberNode(1);
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            case "array" -> json.createArrayNode();
            case "string" -> json.getNodeFactory().textNode(schema.has("enum") ? schema.path("enum").get(0).asText()
                    : schema.path("format").asText().equals("date") ? "2026-01-05" : schema.path("format").asText().equals("date-time") ? "2026-01-05T01:00:00Z" : "x");
            default -> json.createObjectNode();
        };
    }

    @Test
    void soDoesEveryPage() {
        Browser staff = signedIn(STAFF);
        Browser keeper = signedIn(KEEPER);
        Browser applicant = signedIn(APPLICANT);
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            boolean read = mapping.getMethodsCondition().isEmpty() || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (read && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Page.class)) {
                for (String path : mapping.getPatternValues()) {
                    Browser browser = path.startsWith("/portal") ? applicant : path.startsWith("/desk/accounts") || path.startsWith("/desk/keys") ? keeper : staff;
                    (path.contains("{") ? IN_PATHS : List.of("")).forEach(value -> look(browser, filled(path, value)));
                    Stream.of(method.getMethodParameters()).filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)).forEach(parameter -> {
                        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                        IN_QUERIES.forEach(value -> look(browser, filled(path, "1") + "?" + parameter.getParameterName() + "=" + value));
                    });
                }
            }
        });
        assertThat(asked).isGreaterThan(500);
        assertThat(failures).isEmpty();
        assertThat(errors()).isEmpty();
    }

    private Browser signedIn(String account) {
        Browser browser = new Browser(port);
        browser.signIn(account, PASSWORD);
        return browser;
    }

    private void look(Browser browser, String place) {
        HttpResponse<String> answer = browser.get(place);
        asked++;
        if (answer.statusCode() >= 500 || answer.statusCode() >= 400 && INSIDES.matcher(answer.body()).find()) {
            failures.add("GET " + place.substring(0, Math.min(160, place.length())) + " -> " + answer.statusCode());
        }
    }

    @Test
    void soDoesTheEngine() {
        String engine = "/engine-rest";
        for (String list : List.of("/task", "/task/count", "/process-instance", "/process-instance/count", "/history/process-instance", "/history/task",
                "/job", "/incident", "/deployment", "/process-definition", "/decision-definition", "/filter", "/execution", "/variable-instance",
                "/history/activity-instance", "/history/variable-instance", "/history/decision-instance", "/history/user-operation",
                "/event-subscription", "/external-task", "/batch", "/history/job-log", "/history/incident")) {
            for (String query : List.of("processInstanceBusinessKey", "businessKey", "name", "nameLike", "assignee", "candidateGroup", "key", "id", "keyLike",
                    "processInstanceId", "taskId", "executionId", "variables", "processVariables", "firstResult", "maxResults", "sortBy", "createdAfter")) {
                for (String value : List.of("%00", "a_eq_%00", "99999999999", "9999-12-31T00:00:00.000%2B0800")) {
                    tell(STAFF, "GET", engine + list + "?" + query + "=" + value, null, null);
                }
            }
        }
        for (String list : List.of("/metrics", "/metrics/activity-instance-start/sum", "/metrics/x/sum", "/metrics?interval=-1", "/metrics?startDate=%00",
                "/metrics/task-users/sum?startDate=9999-12-31T00:00:00.000%2B0800", "/task/x%EF%BF%BF", "/history/process-instance?finishedAfter=x",
                "/task?sortBy=x&sortOrder=y", "/process-definition/x/statistics", "/process-definition/statistics", "/telemetry/configuration", "/case-definition")) {
            tell(STAFF, "GET", engine + list, null, null);
        }
        for (String list : List.of("/task", "/task/count", "/process-instance", "/process-instance/count", "/execution", "/job", "/variable-instance", "/external-task",
                "/history/process-instance", "/history/task", "/history/activity-instance", "/history/variable-instance", "/history/job-log", "/group",
                "/task/x/claim", "/task/x/complete", "/task/x/submit-form", "/task/x/assignee", "/decision-definition/key/separation-of-duties/evaluate")) {
            for (String property : List.of("processInstanceBusinessKey", "nameLike", "assignee", "processVariables", "taskVariables", "orQueries", "sorting", "userId", "variables",
                    "candidateGroups", "processInstanceIds", "createdAfter", "id")) {
                TO_THE_ENGINE.forEach(value -> tell(STAFF, "POST", engine + list, "application/json", "{\"" + property + "\":" + value + "}"));
                tell(STAFF, "POST", engine + list, "application/json", "{\"" + property + "\":[{\"name\":\"a\\u0000\",\"operator\":\"eq\",\"value\":\"\\u0000\"}]}");
                tell(STAFF, "POST", engine + list, "application/json", "{\"" + property + "\":{\"a\\u0000\":{\"value\":\"\\u0000\",\"type\":\"String\"}}}");
            }
            BODIES.forEach(body -> tell(STAFF, "POST", engine + list, "application/json", body));
        }
        tell(KEEPER, "GET", "/engine-rest/user?id=%00", null, null);
        tell(KEEPER, "GET", "/engine-rest/authorization?resourceId=%00&userIdIn=%00", null, null);
        assertThat(failures).isEmpty();
        assertThat(errors()).isEmpty();
    }

    private List<String> errors() {
        return log.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .filter(event -> !event.getLoggerName().equals("org.camunda.bpm.engine.context") || event.getFormattedMessage().contains("persistence"))
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage().lines().findFirst().orElse("")).distinct().toList();
    }

    private void tell(String account, String method, String place, String type, String body) {
        HttpResponse<String> answer = send(account, method, place, type, body);
        asked++;
        boolean insides = answer.statusCode() >= 400 && INSIDES.matcher(answer.body()).find();
        if (answer.statusCode() >= 500 || insides) {
            String said = body == null ? "" : body.substring(0, Math.min(200, body.length()));
            failures.add(method + " " + place.substring(0, Math.min(160, place.length())) + " " + said + " -> " + answer.statusCode()
                    + (insides ? " " + answer.body().substring(0, Math.min(300, answer.body().length())) : ""));
        }
    }

    private HttpResponse<String> send(String account, String method, String place, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + place.replace("|", "%7C")))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (account != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        if (type != null) {
            request.header("Content-Type", type.contains("*") ? "application/octet-stream" : type);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            failures.add(method + " " + place + " broke off: " + broken.getMessage());
            return send(null, "GET", "/actuator/health/liveness", null, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

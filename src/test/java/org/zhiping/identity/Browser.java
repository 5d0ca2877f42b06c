package org.zhiping.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as signing in needs one: cookies, forms with their token, no redirect followed unseen. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> signIn(String account, String password) {
        return post("/sign-in", "/sign-in", Map.of("username", account, "password", password));
    }

    /** Posts a form with the token that the page in front of it carries. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get(page).body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")))));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path, "Accept", "text/html").GET());
    }

    /** As a script of the web apps asks. */
    HttpResponse<String> script(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path, "Accept", "application/json").header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** As Tasklist acts on the engine, with its session and its token. */
    public HttpResponse<String> tasklist(String path, String json) {
        String place = "/camunda/api/engine/engine/default";
        if (cookie("XSRF-TOKEN") == null) {
            get("/camunda/app/tasklist/default/");
            script("GET", place + "/task/count");
        }
        return send(request(place + path, "Accept", "application/json").header("Content-Type", "application/json").header("Accept-Language", "zh-CN")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).POST(BodyPublishers.ofString(json)));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue).findFirst().orElse(null);
    }

    private HttpRequest.Builder request(String path, String header, String value) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header(header, value);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

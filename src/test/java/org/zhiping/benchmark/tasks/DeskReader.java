package org.zhiping.benchmark.tasks;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in with a browser and opens a page of the desk again and again. */
public final class DeskReader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]*)\"");

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String address;

    public DeskReader(String address, String account, String password) throws IOException, InterruptedException {
        this.address = address;
        Matcher token = TOKEN.matcher(get("/sign-in", "sign in").body());
        if (!token.find()) {
            throw new IllegalStateException("No form to sign in");
        }
        String form = "username=" + account + "&password=" + password + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(HttpRequest.newBuilder(URI.create(address + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    /** @return nanoseconds of each time, sorted; the first ones are not among them */
    public List<Long> open(String path, String action, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times / 5; i++) {
            get(path, "warm-up");
        }
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            get(path, action);
            took.add(System.nanoTime() - start);
        }
        return took.stream().sorted().toList();
    }

    private HttpResponse<String> get(String path, String action) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create(address + path)).header("X-Benchmark-Action", action)
                .header("Accept", "text/html").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer;
    }
}

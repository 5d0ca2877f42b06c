package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.ProductTest;

/** The public lookup over HTTP, without signing in. */
@ProductTest
class LookupApiTest {

    private static final String NUMBER = "S123411000001264000017";

    private static final int MANY = 20;

    @LocalServerPort
    private int port;
    @Autowired
    private Registry registry;
    @Autowired
    private Clock clock;

    @Test
    void numberAndNameFindAndEverythingElseIsOneAnswer() throws Exception {
        Printed printed = CertificatePdfTest.printed("张三");
        registry.add(new Certificate(NUMBER, "ZP-of-another-test", "all-media-operator", "2023", "LEVEL_4", "A", printed,
                UUID.randomUUID(), CertificateStatus.VALID, printed.issuedOn()), registry.next("S123411000001{year}"), clock.instant());

        HttpResponse<String> found = ask(NUMBER, "张三");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"status\":\"VALID\"", "1101**********002X", "2026-11-22").doesNotContain("ZP-of", "document");
        assertThat(found.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<String> otherName = ask(NUMBER, "李四");
        HttpResponse<String> otherNumber = ask("S123411000001264000018", "张三");
        assertThat(otherName.statusCode()).isEqualTo(404);
        assertThat(otherName.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(otherName.body()).contains("没有查到相符的证书").isEqualTo(otherNumber.body());
        assertThat(ask("", "").body()).isEqualTo(otherName.body());

        HttpResponse<String> tooMany = ask(NUMBER, "张三");
        for (int i = 0; i < MANY && tooMany.statusCode() == 200; i++) {
            tooMany = ask(NUMBER, "张三");
        }
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("查询过于频繁");
    }

    private HttpResponse<String> ask(String number, String name) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/api/v1/certificates?number=" + number + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).header("Accept-Language", "zh-CN").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}

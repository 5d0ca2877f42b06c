package org.zhiping.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.identity.Role;
import org.zhiping.mail.SmsGateway;
import org.zhiping.page.MenuEntry;

/** A gateway that keeps what it gets: the product posts to it as to any other, and nothing leaves the machine. */
@Configuration(proxyBeanMethods = false)
@WithSamplePhone
class PhoneServer {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneServer.class);
    private static final int LONGEST_BYTES = 10_000;
    private static final String KEY_HEADER = "X-Key";

    /** Runs from its making to the end of the context; only the product knows its key. */
    static final class Receiver implements AutoCloseable {

        private final Phone phone;
        private final String key = UUID.randomUUID().toString();
        private final HttpServer server;

        Receiver(Phone phone) throws IOException {
            this.phone = phone;
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/send", this::take);
            server.start();
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                boolean ours = key.equals(exchange.getRequestHeaders().getFirst(KEY_HEADER));
                byte[] answer = (ours ? kept(exchange.getRequestBody().readNBytes(LONGEST_BYTES)) : "{\"code\":\"KEY\"}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(ours ? 200 : 403, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }

        private String kept(byte[] content) {
            try {
                phone.keep(content);
                return "{\"code\":\"OK\"}";
            } catch (UncheckedIOException unreadable) {
                LOG.warn("The sample's gateway was posted something else");
                return "{\"code\":\"UNREADABLE\"}";
            }
        }

        SmsGateway gateway() {
            URI address = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/send");
            return new SmsGateway(address, "POST", Map.of(KEY_HEADER, key), SmsGateway.Format.JSON,
                    "{\"phone\":\"{phone}\",\"text\":\"{text}\"}", Map.of(), List.of(), "/code", "OK", List.of("UNREADABLE"),
                    Duration.ofSeconds(15), false);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Bean(destroyMethod = "close")
    Receiver sampleSmsReceiver(Phone phone) throws IOException {
        return new Receiver(phone);
    }

    @Bean
    SmsGateway sampleSmsGateway(Receiver receiver) {
        return receiver.gateway();
    }

    @Bean
    MenuEntry sampleSms() {
        return new MenuEntry("sample-sms", "/sample/sms", Arrays.stream(Role.values()).filter(Role::staff).collect(Collectors.toSet()));
    }
}

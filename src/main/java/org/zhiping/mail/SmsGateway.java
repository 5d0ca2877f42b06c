package org.zhiping.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The institution's way to send short messages, settings {@code zhiping.sms.*}: one HTTP request for each. The address and
 * everything that goes with it are settings only; nothing that a person types chooses where a request goes, and redirects are not
 * followed.
 *
 * @param url          https; http only to this machine, or where {@code plainHttp} says so
 * @param method       POST, PUT or GET
 * @param headers      by name; secrets belong into the environment
 * @param format       JSON or FORM: how values are escaped, and the content type unless a header names another
 * @param body         with {@code {phone}} (E.164), {@code {national}} (a Chinese number without +86), {@code {text}},
 *                     {@code {sign}} (the institution's name), {@code {id}} (the same in every attempt), {@code {kind}}
 *                     ({@code notice} or that of the code), {@code {template}}, {@code {code}}, {@code {minutes}}
 * @param templates    the provider's template by kind, where messages must have one
 * @param status       HTTP statuses that mean success; any 2xx when empty
 * @param answer       JSON pointer into the answer that must lead to {@code success}; empty where the status says it all
 * @param success      value there
 * @param refused      values there after which trying again is of no use, such as a number that does not exist
 * @param timeout      for a whole attempt
 * @param plainHttp    the way to the gateway is safe without TLS
 */
public record SmsGateway(URI url, @DefaultValue("POST") String method, @DefaultValue Map<String, String> headers,
                         @DefaultValue("JSON") Format format, @DefaultValue("{\"phone\":\"{phone}\",\"text\":\"{text}\"}") String body,
                         @DefaultValue Map<String, String> templates, @DefaultValue List<Integer> status, @DefaultValue("") String answer,
                         @DefaultValue("") String success, @DefaultValue List<String> refused, @DefaultValue("15s") Duration timeout,
                         @DefaultValue("false") boolean plainHttp) {

    private static final List<String> METHODS = List.of("POST", "PUT", "GET");

    /** How values stand in the body. */
    public enum Format {
        JSON, FORM
    }

    public SmsGateway {
        if (url == null || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("zhiping.sms.url is not like https://sms.example.org/send");
        }
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && (plainHttp || here(url.getHost())))) {
            throw new IllegalArgumentException("zhiping.sms.url must begin with https, or zhiping.sms.plain-http be true");
        }
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("zhiping.sms.method must be one of " + METHODS);
        }
        if (!answer.isEmpty() && !answer.startsWith("/")) {
            throw new IllegalArgumentException("zhiping.sms.answer must be a JSON pointer such as /code");
        }
    }

    private static boolean here(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "SmsGateway[" + url.getHost() + "]";
    }
}

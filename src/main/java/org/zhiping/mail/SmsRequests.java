package org.zhiping.mail;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhiping.mail.SmsGateway.Format;

/** Fills in what the gateway is to be sent; a value can never become more than a value. */
@Component
class SmsRequests {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final SmsTexts texts;
    private final Sender sender;

    SmsRequests(SmsTexts texts, Sender sender) {
        this.texts = texts;
        this.sender = sender;
    }

    HttpRequest write(SmsGateway gateway, Sending message) {
        String body = fill(gateway.body(), gateway.format(), values(gateway, message));
        boolean get = gateway.method().equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(get ? withQuery(gateway.url(), body) : gateway.url()).timeout(gateway.timeout())
                .header("Content-Type", gateway.format() == Format.JSON ? "application/json; charset=UTF-8" : "application/x-www-form-urlencoded");
        gateway.headers().forEach(request::setHeader);
        return request.method(gateway.method(), get ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    }

    private Map<String, String> values(SmsGateway gateway, Sending message) {
        String kind = message.code() == null ? "notice" : message.code().key();
        Map<String, String> values = new HashMap<>(Map.of("phone", message.to().phone().value(), "national", message.to().phone().national(),
                "text", texts.of(message), "sign", sender.name(message.language()), "id", message.messageId(), "kind", kind,
                "template", gateway.templates().getOrDefault(kind, ""), "code", "", "minutes", ""));
        if (message.code() != null) {
            values.put("code", message.code().code());
            values.put("minutes", String.valueOf(message.code().minutes()));
        }
        return values;
    }

    /** What stands between braces and is no name of a value stays as it is. */
    static String fill(String template, Format format, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(
                values.containsKey(place.group(1)) ? escaped(values.get(place.group(1)), format) : place.group()));
    }

    private static String escaped(String value, Format format) {
        return format == Format.JSON ? new String(JsonStringEncoder.getInstance().quoteAsString(value))
                : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static URI withQuery(URI url, String query) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
    }
}

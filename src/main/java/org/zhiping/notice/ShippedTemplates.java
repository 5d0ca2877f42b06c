package org.zhiping.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/**
 * The words that come with the program: {@code notice/<locale>/<kind>.ftlh}, whose first line is the subject, and
 * {@code notice/sms/<locale>.properties}.
 */
@Component
class ShippedTemplates {

    private static final String SUFFIX = ".ftlh";

    private final Map<String, Map<Locale, TemplateVersion>> kinds = new TreeMap<>();

    ShippedTemplates() {
        var files = new PathMatchingResourcePatternResolver(ShippedTemplates.class.getClassLoader());
        try {
            for (Locale locale : Language.ALL) {
                Properties sms = new Properties();
                try (Reader reader = reader(files.getResource("classpath:notice/sms/" + locale.toLanguageTag() + ".properties"))) {
                    sms.load(reader);
                }
                for (Resource file : files.getResources("classpath*:notice/" + locale.toLanguageTag() + "/*" + SUFFIX)) {
                    String kind = file.getFilename().substring(0, file.getFilename().length() - SUFFIX.length());
                    String[] page = file.getContentAsString(StandardCharsets.UTF_8).split("\n", 2);
                    kinds.computeIfAbsent(kind, first -> new HashMap<>()).put(locale, TemplateVersion.shipped(kind, locale,
                            new TemplateText(page[0], page[1], sms.getProperty(kind, ""))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(Resource file) throws IOException {
        return new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
    }

    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** @throws Refusal (NOT_FOUND) when there is no such kind of notice */
    TemplateVersion find(String kind, Locale locale) {
        if (!kinds.containsKey(kind)) {
            throw Refusal.notFound("notice-kind-not-found");
        }
        return kinds.get(kind).get(locale);
    }
}

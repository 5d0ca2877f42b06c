package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Camunda apps speak Chinese completely; a new version of Camunda with new texts fails here, not before a reviewer. */
class CamundaInChineseTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}");
    private static final Pattern FAILED = Pattern.compile("/(?!PAGES_MSG)\\w+_ERROR$");
    private static final Pattern LINK = Pattern.compile("<(?:a |/a|strong|/strong|br)[^>]*>");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");

    /** Names, abbreviations, keys and date patterns that a Chinese reader expects as they are. */
    private static final Set<String> AS_THEY_ARE = Set.of("ID", "BPMN", "DMN", "XML", "CSV", "JSON", "LDAP", "Camunda", "Optimize", "Ctrl", "F",
            "DI", "EDE", "FNI", "PI", "TU", "null", "promise", "resolve", "cockpit", "tasklist", "yyyy", "YYYY", "MM", "DDTHH", "ddTHH", "mm", "ss");

    /** The English plural ending, written behind a count; Chinese has none. */
    private static final String PLURAL = "s";

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void everyTextIsThere(String app) throws IOException {
        assertThat(texts(app, "zh").keySet()).containsExactlyElementsOf(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void placeholdersAndLinksAreKept(String app) throws IOException {
        assertThat(differing(app, (english, chinese) -> found(PLACEHOLDER, english).equals(found(PLACEHOLDER, chinese)))).isEmpty();
        assertThat(differing(app, (english, chinese) -> found(LINK, english).equals(found(LINK, chinese)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void noEnglishIsLeft(String app) throws IOException {
        assertThat(differing(app, (english, chinese) -> AS_THEY_ARE.containsAll(found(LATIN, spoken(chinese))))).isEmpty();
        assertThat(differing(app, (english, chinese) -> !chinese.isBlank() || english.isBlank() || english.equals(PLURAL))).isEmpty();
    }

    /** The app puts a colon and the reason behind it. */
    @Test
    void whatFailedHasNoFullStopBeforeItsReason() throws IOException {
        assertThat(texts("tasklist", "zh")).allSatisfy((key, text) -> {
            if (FAILED.matcher(key).find()) {
                assertThat(text).doesNotEndWith("。");
            }
        });
    }

    private static String spoken(String text) {
        return LINK.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll("").replaceAll("&\\w+;", "");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(part -> part.replace(" ", "")).sorted().toList();
    }

    private static Map<String, String> differing(String app, BiPredicate<String, String> fine) throws IOException {
        Map<String, String> english = texts(app, "en");
        Map<String, String> chinese = texts(app, "zh");
        chinese.entrySet().removeIf(entry -> fine.test(english.getOrDefault(entry.getKey(), ""), entry.getValue()));
        return chinese;
    }

    private static Map<String, String> texts(String app, String locale) throws IOException {
        try (InputStream file = CamundaInChineseTest.class.getClassLoader().getResourceAsStream(APPS + app + "/locales/" + locale + ".json")) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> texts = new TreeMap<>();
            collect("", new ObjectMapper().readTree(json), texts);
            return texts;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, path.startsWith("/dateLocales") ? "" : node.asText());
        }
    }
}

package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.exam.PanelState;
import org.zhiping.identity.Role;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.RoundStatus;

/** Both languages say everything, and say it once; no page and no refusal uses words that no bundle has. */
class MessageBundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern USED_IN_TEMPLATE = Pattern.compile("\\bt\\(\"([a-zA-Z0-9.-]*[a-zA-Z0-9])\"\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "(?:Refusal\\.(?:notFound|forbidden|conflict)\\(\\s*|(?:Refusal\\.invalid|new (?:Refusal\\.)?Fault)\\(\\s*\"[^\"]*\",\\s*)\"([a-z0-9-]+)\"\\s*[,)]");

    static Stream<Path> areas() throws IOException {
        return Files.list(BUNDLES).filter(file -> !file.toString().endsWith("_en.properties")).sorted();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyAreaSaysTheSameInBothLanguages(Path chinese) {
        Path english = Path.of(chinese.toString().replace(".properties", "_en.properties"));
        assertThat(keys(english)).as("keys of %s", english).isEqualTo(keys(chinese));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesUseTheSameArguments(Path chinese) {
        Properties zh = load(chinese);
        Properties en = load(Path.of(chinese.toString().replace(".properties", "_en.properties")));
        for (String key : zh.stringPropertyNames()) {
            assertThat(arguments(en.getProperty(key))).as(key).isEqualTo(arguments(zh.getProperty(key)));
        }
    }

    @Test
    void noKeyIsSaidTwice() throws IOException {
        Map<String, Path> owner = new TreeMap<>();
        areas().forEach(area -> keys(area).forEach(key -> assertThat(owner.put(key, area)).as(key).isNull()));
    }

    @Test
    void everyKeyThatATemplateUsesExists() throws IOException {
        assertThat(all()).containsAll(found(TEMPLATES, ".ftlh", USED_IN_TEMPLATE));
    }

    @Test
    void everyRefusalHasWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        found(Path.of("src/main/java"), ".java", REFUSED).forEach(code -> keys.add("refusal." + code));
        assertThat(all()).containsAll(keys);
    }

    @Test
    void everyStateHasWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (var status : ApplicationStatus.values()) {
            List.of("page.status.", "portal.now.", "portal.who.", "portal.next.").forEach(prefix -> keys.add(prefix + status));
        }
        Stream.of(Milestone.values()).forEach(milestone -> keys.add("page.milestone." + milestone));
        Stream.of(Role.values()).forEach(role -> keys.add("page.role." + role.id()));
        Stream.of(PanelState.values()).forEach(state -> keys.add("desk.panel." + state));
        Stream.of(RoundStatus.values()).forEach(state -> keys.add("desk.rounds.state." + state));
        assertThat(all()).containsAll(keys);
    }

    private static Set<String> all() throws IOException {
        Set<String> keys = new TreeSet<>();
        areas().forEach(area -> keys.addAll(keys(area)));
        return keys;
    }

    private static Set<String> found(Path root, String suffix, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Set<String> keys(Path bundle) {
        return new TreeSet<>(load(bundle).stringPropertyNames());
    }

    private static Properties load(Path bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}

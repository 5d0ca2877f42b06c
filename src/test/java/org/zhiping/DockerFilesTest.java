package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** What {@code docker/} says of the product is so: its ports, settings, folders, Java and the time it takes to stop. */
class DockerFilesTest {

    private static final String DOCKERFILE = read("docker/Dockerfile");
    private static final JsonNode COMPOSE = yaml("docker/compose.yaml").path("services");
    private static final JsonNode SETTINGS = yaml("src/main/resources/application.yaml");
    private static final Pattern OWN_SETTING = Pattern.compile("zhiping\\.[a-z]+(?:[.-][a-z]+)*");

    @Test
    void everyImageIsPinnedAndJavaIsThatOfThePom() {
        List<String> images = Stream.concat(found("(?m)^FROM (\\S+)", DOCKERFILE),
                COMPOSE.findValuesAsText("image").stream()).toList();
        assertThat(images).hasSize(5).allMatch(image -> image.matches("[^:]+:[^:]*\\d[^:]*"));
        String java = found("<java.version>(\\d+)<", read("pom.xml")).findFirst().orElseThrow();
        assertThat(images.stream().filter(image -> image.contains("temurin"))).hasSize(2).allMatch(image -> image.matches(".*[:-]" + java + "(-jre-.*)?"));
    }

    @Test
    void everyFolderThatGoesIntoTheJarIsCopied() {
        assertThat(found("(?m)^COPY (\\w+) ", DOCKERFILE).toList()).containsAll(
                found("<resource><directory>([^<]+)<", read("pom.xml")).map(folder -> folder.replaceAll("/.*", "")).toList());
    }

    @Test
    void thePortAndTheHealthCheckAreThoseOfTheProduct() {
        String port = SETTINGS.path("server").path("port").asText();
        assertThat(found("(?m)^EXPOSE (\\d+)", DOCKERFILE)).containsExactly(port);
        assertThat(COMPOSE.path("server").path("ports").get(0).asText()).endsWith(":" + port);
        assertThat(DOCKERFILE).contains("/dev/tcp/127.0.0.1/" + port, "GET /actuator/health/readiness ");
        JsonNode management = SETTINGS.path("management");
        assertThat(management.path("endpoints.web.exposure.include").asText()).isEqualTo("health");
        assertThat(management.path("endpoint.health").path("group.readiness.include").asText()).isNotEmpty();
    }

    @Test
    void everySettingOfTheServerIsKnown() throws IOException {
        Set<String> known = new TreeSet<>(springSettings());
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            sources.filter(file -> file.toString().matches(".*\\.(java|yaml)")).flatMap(file -> OWN_SETTING.matcher(read(file.toString())).results())
                    .map(MatchResult::group).forEach(known::add);
        }
        Set<String> asVariables = new TreeSet<>();
        known.forEach(name -> asVariables.add(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
        COMPOSE.path("server").path("environment").fieldNames().forEachRemaining(variable -> assertThat(asVariables).contains(variable));
    }

    @Test
    void theDatabaseIsNotTheEmbeddedOne() {
        assertThat(COMPOSE.path("server").path("environment").path("SPRING_DATASOURCE_URL").asText()).startsWith("jdbc:postgresql://database:");
    }

    @Test
    void theServerIsNotRootAndIsGivenTimeToStop() {
        assertThat(found("(?m)^USER (\\w+)", DOCKERFILE)).containsExactly("zhiping");
        assertThat(found("(?m)^ENTRYPOINT (.*)", DOCKERFILE)).allMatch(started -> started.startsWith("[\"java\""));
        Duration step = DurationStyle.detectAndParse(SETTINGS.path("spring").path("lifecycle.timeout-per-shutdown-phase").asText());
        assertThat(DurationStyle.detectAndParse(COMPOSE.path("server").path("stop_grace_period").asText())).isGreaterThan(step.multipliedBy(2));
    }

    private static Set<String> springSettings() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL file : Collections.list(DockerFilesTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                names.addAll(new ObjectMapper().readTree(in).path("properties").findValuesAsText("name"));
            }
        }
        return names;
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }

    private static JsonNode yaml(String file) {
        try {
            return new YAMLMapper().readTree(read(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

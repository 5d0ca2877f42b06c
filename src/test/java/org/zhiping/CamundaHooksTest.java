package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our scripts and styles hang on in the Camunda apps is there in the version we run: the apps themselves pass over a loose end in silence. */
class CamundaHooksTest {

    private static final URI APPS = URI.create("/META-INF/resources/webjars/camunda/app/");

    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern IMPORTS = Pattern.compile("from ['\"]([^'\"]+)['\"]");

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "admin", "cockpit"})
    void everyScriptAndItsImportsAreServed(String app) throws IOException {
        URI config = APPS.resolve(app + "/scripts/config.js");
        followImports(config);
        for (MatchResult list : CUSTOM_SCRIPTS.matcher(read(config)).results().toList()) {
            for (String script : found(QUOTED, list.group(1))) {
                followImports(APPS.resolve(app + "/" + script + ".js"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"tasklist, camTasklistFormCamunda", "tasklist, registerCompletionHandler", "tasklist, notifyFormValidated",
            "tasklist, tasklist.navbar.action", "tasklist, authentication.login.required", "tasklist, submission prevented", "tasklist, camunda-form:", "tasklist, registerSaveHandler", "tasklist, COMPLETE_ERROR", "tasklist, start-process-action",
            "tasklist, tasklist.task.detail", "tasklist, tasklist.task.action", "tasklist, column-right task-details", "tasklist, _locales_data_",
            "cockpit, camWidgetDmnViewer", "cockpit, camWidgetBpmnViewer", "tasklist, camWidgetBpmnViewer", "tasklist, camWidgetDmnViewer", "cockpit, reset zoom", "tasklist, reset zoom", "admin, diagnostics-system-settings", "cockpit, cockpit.navigation", "cockpit, cam.commons.util", "admin, cam.commons.util", "tasklist, cam.commons.util", "cockpit, ce-eol-banner", "admin, ce-eol-banner",
            "tasklist, ce-eol-banner", "welcome, ce-eol-banner"})
    void theAppsStillHaveWhatWeHangOn(String app, String hook) throws IOException {
        assertThat(read(APPS.resolve(app + "/camunda-" + app + "-bootstrap.js")).contains(hook)).as(hook).isTrue();
    }

    /** The desk takes the form viewer out of the apps' bundle by its exports, and finds it while it is there once. */
    @Test
    void theFormViewerIsInTheBundleOnceAndInItsClothes() throws IOException {
        String bundle = read(APPS.resolve("../lib/deps.js"));
        assertThat(bundle.split(Pattern.quote(".createForm=")).length - 1).as("modules that export createForm").isEqualTo(1);
        assertThat(bundle).contains(".Form=").contains("importSchema(").contains("_getSubmitData(").contains("_getInitializedFieldData(").contains("=this._createInjector(").contains("webpackChunkcamunda_bpm_webapp");
        assertThat(read(APPS.resolve("../lib/runtime.js"))).contains("webpackChunkcamunda_bpm_webapp");
        assertThat(read(APPS.resolve("tasklist/camunda-tasklist-bootstrap.css"))).contains(".fjs-container");
    }

    private static void followImports(URI script) throws IOException {
        for (String imported : found(IMPORTS, read(script))) {
            followImports(URI.create(script.resolve(imported).getPath().replaceFirst("^/js/", "/static/js/").replaceFirst("^/camunda/app/", APPS.getPath())));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String read(URI file) throws IOException {
        try (InputStream content = CamundaHooksTest.class.getResourceAsStream(file.getPath())) {
            assertThat(content).as(file.getPath()).isNotNull();
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

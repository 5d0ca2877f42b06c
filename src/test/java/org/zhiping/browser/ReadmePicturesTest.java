package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the two READMEs; into {@code docs/images} with {@code -Dscreenshots}, else into {@code target}. */
@ExtendWith(Stage.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmePicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots") == null ? "target/screenshots" : "docs/images");
    private static final long MOST_BYTES = 300 * 1024;
    private static final List<String> POINTS = List.of("80", "76.5", "84", "79.5", "72", "68", "75", "71.5", "88", "90", "85.5", "87.5");
    private static final float CERTIFICATE_DPI = 75;

    private final Stage stage;
    private String draft;
    private String submitted;
    private String certified;
    private String session;

    ReadmePicturesTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void cases() {
        CaseByHttp cases = stage.cases();
        cases.signUp("pictured", "林晓彤");
        certified = cases.certified("pictured");
        draft = cases.draft("pictured", "LEVEL_4");
        cases.signUp("reviewed", "周子涵");
        submitted = cases.submitted("reviewed", "LEVEL_4");
        List<String> names = List.of("王宇轩", "李欣怡", "张浩然");
        String[] seated = new String[names.size()];
        for (int i = 0; i < seated.length; i++) {
            cases.signUp("seated-" + i, names.get(i));
            seated[i] = cases.accepted("seated-" + i, "LEVEL_4");
        }
        session = cases.session("LEVEL_4", "SKILL", List.of("evaluator-1", "evaluator-2", "evaluator-3"), seated);
        cases.attend(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void showEachRoleAtWork(String language) throws IOException {
        try (Person applicant = stage.person("pictured", Screen.DESKTOP, language)) {
            applicant.go("/portal/applications/" + draft + "/form");
            take(applicant, "form", language);
            applicant.go("/portal/applications/" + certified);
            take(applicant, "case", language);
            Download paper = applicant.page.waitForDownload(() -> applicant.page.locator("a[href$='/certificate']").first().click());
            print(paper.path(), language);
        }
        try (Person officer = stage.person("acceptance-officer", Screen.DESKTOP, language)) {
            officer.page.setViewportSize(Screen.DESKTOP.width, 1250);
            officer.openTask("", submitted);
            officer.page.locator(".fjs-container [id*='-materials-authenticity_0-0']").waitFor();
            take(officer, "review", language);
            officer.go("/desk");
            officer.page.locator("main tr:has-text('" + submitted + "') button.quiet").click();
        }
        try (Person scorer = stage.person("evaluator-1", Screen.DESKTOP, language)) {
            scorer.go("/desk/sessions/" + session + "/scores");
            List<Locator> fields = scorer.page.locator("[data-grid] input:not([type=hidden])").all();
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).fill(POINTS.get(i % POINTS.size()));
            }
            take(scorer, "scores", language);
        }
        try (Person manager = stage.person("manager", Screen.DESKTOP, language)) {
            manager.go("/dashboard");
            take(manager, "dashboard", language);
        }
    }

    private static void take(Person person, String name, String language) throws IOException {
        person.picture(file(name, language));
        small(file(name, language));
    }

    private static void print(Path pdf, String language) throws IOException {
        try (PDDocument certificate = Loader.loadPDF(pdf.toFile())) {
            ImageIO.write(new PDFRenderer(certificate).renderImageWithDPI(0, CERTIFICATE_DPI), "png", file("certificate", language).toFile());
        }
        small(file("certificate", language));
    }

    private static Path file(String name, String language) {
        return FOLDER.resolve(name + "-" + language.substring(0, 2) + ".png");
    }

    private static void small(Path picture) throws IOException {
        assertThat(Files.size(picture)).as(picture + " in bytes").isLessThan(MOST_BYTES);
    }
}

package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.document.TestDocuments;

/** A large file dropped onto the page while the network is bad, gone on with after a reload. */
@ExtendWith(Stage.Door.class)
class UploadJourneyTest {

    private static final int LENGTH = 6_000_000;
    private static final int SLICE = 4 * 1024 * 1024;

    private final Stage stage;

    UploadJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aDroppedFileIsGoneOnWithAfterABrokenConnectionAndAReload() {
        stage.cases().signUp("dropper", "拖放");
        String materials = "/portal/applications/" + stage.cases().draft("dropper", "LEVEL_4") + "/materials";
        List<String> offsets = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Person applicant = stage.person("dropper")) {
            Page page = applicant.page;
            page.route("**/materials/uploads/*", route -> {
                String offset = route.request().headerValue("upload-offset");
                if (route.request().method().equals("PATCH") && !offset.equals("0") && broken.get()) {
                    route.abort("internetdisconnected");
                } else {
                    if (route.request().method().equals("PATCH")) {
                        offsets.add(offset);
                    }
                    route.resume();
                }
            });
            applicant.go(materials);
            Locator form = page.locator("form[data-tus]:has(input[accept*=pdf])").first();
            String card = form.locator("xpath=ancestor::section").getAttribute("id");
            if (form.locator("[type=radio]").count() > 0) {
                form.locator("[type=radio]").first().check();
            }
            drop(form);
            page.locator(".upload .said:has-text('连接断开')").waitFor();
            assertThat(page.locator(".upload progress").first().getAttribute("aria-label")).isEqualTo("扫描件.pdf");

            page.reload();
            assertThat(page.locator("#" + card + " .upload").innerText()).contains("扫描件.pdf").contains("69%").contains("未完成");
            broken.set(false);
            if (form.locator("[type=radio]").count() > 0) {
                form.locator("[type=radio]").first().check();
            }
            form.locator("input[type=file]").setInputFiles(new FilePayload("同一份.pdf", "application/pdf", large()));
            page.locator("#" + card + " a[target=_blank]:has-text('扫描件.pdf')").waitFor();
            assertThat(page.locator(".upload").count()).as("nothing is under way any more").isZero();
            assertThat(offsets).as("nothing travelled twice").containsExactly("0", String.valueOf(SLICE));
        }
    }

    /** As from a file manager; the browser's own drag cannot be driven from outside. */
    private static void drop(Locator form) {
        form.evaluate("""
                (form, base64) => {
                  const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([bytes], '扫描件.pdf', {type: 'application/pdf'}));
                  for (const kind of ['dragover', 'drop'])
                    form.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: transfer}));
                }
                """, Base64.getEncoder().encodeToString(large()));
    }

    private static byte[] large() {
        byte[] pdf = Arrays.copyOf(TestDocuments.pdf(), LENGTH);
        Arrays.fill(pdf, TestDocuments.pdf().length, LENGTH, (byte) ' ');
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, pdf, LENGTH - end.length, end.length);
        return pdf;
    }
}

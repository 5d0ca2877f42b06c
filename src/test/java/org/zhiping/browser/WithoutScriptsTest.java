package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.RunningProduct;

/** An applicant whose browser runs no scripts. */
@ExtendWith(Stage.Door.class)
class WithoutScriptsTest {

    private final Stage stage;

    WithoutScriptsTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void whatWasTypedBeforeConsentIsGivenAnewIsSaved() {
        stage.cases().signUp("scriptless", "无脚本");
        String number = stage.cases().draft("scriptless", "LEVEL_4");
        try (Person applicant = stage.visitorWithoutScripts()) {
            applicant.signIn("scriptless", RunningProduct.PASSWORD);
            applicant.go("/portal/applications/" + number + "/form");
            Page page = applicant.page;
            page.fill("[name='person.employer']", "改名后的公司 \"<&");
            Page other = page.context().newPage();
            other.navigate(page.url().replaceAll("/portal/.*", "/portal/consent"));
            other.click("form[action='/portal/consent/withdraw'] button");
            other.locator("main .note.ok").waitFor();

            page.press("[name='person.employer']", "Enter");
            assertThat(applicant.text("main")).contains("仍在本页");
            page.check("[name='consent.general']");
            page.check("[name='consent.sensitive']");
            applicant.photograph("consent-held.png");
            page.click("main form[action='/portal/consent/held'] button[type=submit]");
            page.waitForURL(url -> url.endsWith("/form"));
            assertThat(applicant.text("main .note.ok")).isEqualTo("已保存。");
            assertThat(page.locator("[name='person.employer']").inputValue()).isEqualTo("改名后的公司 \"<&");
            page.reload();
            assertThat(page.locator("[name='person.employer']").inputValue()).as("saved").isEqualTo("改名后的公司 \"<&");
        }
    }
}

package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer returns two items in Tasklist by their reasons, and the applicant puts right those and no others. */
@ExtendWith(Stage.Door.class)
class ReturnJourneyTest {

    private static final String APPLICANT = "returned-by-item";

    private final Stage stage;

    ReturnJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void onlyTheReturnedItemsComeBack() {
        CaseByHttp cases = stage.cases();
        cases.signUp(APPLICANT, "何退回");
        String number = cases.submitted(APPLICANT, "LEVEL_4");
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("审核申报材料", number);
            officer.chooseInEachRow("materials-authenticity", 0);
            officer.chooseInEachRow("materials-completeness", 0);
            fault(officer, row(officer, "PHOTO"), "照片不符合证件照要求");
            fault(officer, row(officer, "WORK_YEARS_PROOF"), "没有加盖公章");
            assertThat(officer.page.locator(".fjs-checklist label").allInnerTexts()).as("those of other materials are not offered")
                    .noneMatch(label -> label.contains("缺少人像面"));
            assertThat(officer.text(".fjs-container")).as("names, not codes").contains("申请人填报").doesNotContain("代码");
            assertThat(officer.page.locator(".fjs-container input[id*='-hidden_']:visible").count()).isZero();
            officer.photograph("tasklist-return-" + number + ".png");
            officer.choose("review-outcome", 1);
            officer.complete();
        }
        cases.reached(APPLICANT, number, "RETURNED");
        try (Person phone = stage.person(APPLICANT, Screen.PHONE, "zh-CN")) {
            phone.go("/portal/applications/" + number);
            phone.photograph("returned-phone.png");
            phone.go("/portal/applications/" + number + "/materials");
            phone.photograph("returned-materials-phone.png");
        }
        try (Person applicant = stage.person(APPLICANT)) {
            applicant.go("/portal/applications/" + number);
            assertThat(applicant.text("ol.returned")).contains("证件照", "照片不符合证件照要求", "没有加盖公章", "请到出具单位补盖公章后重新上传");
            applicant.photograph("returned-desktop.png");
            applicant.page.locator("main a.button[href$='/materials']").click();
            applicant.page.locator("#file-WORK_YEARS_PROOF").waitFor();
            assertThat(applicant.page.locator("input[type=file]").count()).isEqualTo(2);
            applicant.photograph("returned-materials-desktop.png");
            applicant.page.locator("#file-WORK_YEARS_PROOF")
                    .setInputFiles(new FilePayload("盖章的证明.pdf", CaseByHttp.PROOF.mimeType, CaseByHttp.PROOF.buffer));
            applicant.page.locator("a:has-text('盖章的证明.pdf')").waitFor();
            applicant.go("/portal/applications/" + number + "/review");
            applicant.page.check("[name=declared]");
            applicant.page.locator("button:has-text('提交补正')").click();
            applicant.page.locator("#faults").waitFor();
            applicant.photograph("returned-review-desktop.png");
            applicant.page.check("[name=asItIs]");
            applicant.page.locator("button:has-text('提交补正')").click();
            applicant.page.locator("text=审核中").first().waitFor();
        }
        try (Person officer = stage.person("acceptance-officer")) {
            officer.openTask("审核申报材料", number);
            assertThat(officer.page.locator("textarea[id*='-materials-before_']").count()).isEqualTo(2);
            assertThat(officer.text(".fjs-container")).contains("上次退回 2 项，其中 1 项未补正");
            officer.photograph("tasklist-again-" + number + ".png");
        }
    }

    private static int row(Person officer, String material) {
        Locator codes = officer.page.locator(".fjs-container input[id*='-materials-material-hidden_']");
        for (int row = 0; row < codes.count(); row++) {
            if (codes.nth(row).inputValue().equals(material)) {
                return row;
            }
        }
        throw new AssertionError(material);
    }

    private static void fault(Person officer, int row, String reason) {
        officer.page.locator(".fjs-container input[id*='-materials-completeness_" + row + "'][id$='-1']").check();
        officer.page.locator(".fjs-container label:has-text('" + reason + "')").last().click();
    }
}

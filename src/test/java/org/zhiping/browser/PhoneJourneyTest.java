package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.RunningProduct;

/** An applicant does everything on a phone, from signing up to the certificate; each page fits and is free of serious faults. */
@ExtendWith(Stage.Door.class)
class PhoneJourneyTest {

    private static final String ACCOUNT = "13900011234";

    private final Stage stage;
    private final List<String> faults = new ArrayList<>();

    PhoneJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void anApplicantNeedsNothingButAPhone() throws Exception {
        CaseByHttp cases = stage.cases();
        try (Person applicant = stage.visitor(Screen.PHONE, "zh-CN")) {
            signUp(applicant);
            String number = fillIn(applicant);
            handIn(applicant);
            see(applicant, "submitted");

            cases.review(number, "returned", "工作证明没有盖章，请重新上传");
            cases.reached(ACCOUNT, number, "RETURNED");
            supplement(applicant, number);

            cases.review(number, "accepted", "");
            cases.reached(ACCOUNT, number, "ACCEPTED");
            String session = cases.session("LEVEL_4", "THEORY", List.of("evaluator-1"), number);
            applicant.until("/portal/applications/" + number, "101 考场");
            see(applicant, "ticket");

            cases.sitThrough(session, number, "evaluator-1");
            cases.skillAndApproval(ACCOUNT, number);
            receive(applicant, number);
        }
        assertThat(faults).isEmpty();
    }

    private void signUp(Person applicant) {
        applicant.go("/");
        see(applicant, "home");
        applicant.follow("main a:has-text('开始申报')");
        see(applicant, "sign-up");
        assertThat(applicant.page.locator("[name=contact]").getAttribute("autocapitalize")).isEqualTo("none");
        applicant.page.fill("[name=contact]", "１３９ ０００１ １２３４");
        applicant.follow("main button[type=submit]");
        see(applicant, "sign-up-code");
        assertThat(applicant.page.locator("[name=code]").getAttribute("autocomplete")).isEqualTo("one-time-code");
        applicant.page.fill("[name=code]", stage.codeSentTo(ACCOUNT));
        applicant.page.fill("[name=name]", "林月");
        applicant.page.fill("[name=password]", RunningProduct.PASSWORD);
        applicant.page.fill("[name=again]", RunningProduct.PASSWORD);
        applicant.follow("main button[type=submit]");
        see(applicant, "portal");
    }

    private String fillIn(Person applicant) {
        applicant.follow("main a:has-text('新建申报')");
        see(applicant, "rounds");
        applicant.page.locator("article").filter(new Locator.FilterOptions().setHasText("全媒体运营师")).locator("a:has-text('申报本批次')").tap();
        applicant.page.waitForURL(Pattern.compile(".*/portal/consent\\?.*"));
        see(applicant, "consent");
        applicant.page.getByLabel("我已阅读并同意告知书").tap();
        applicant.page.getByLabel("我单独同意处理我的敏感个人信息").tap();
        applicant.follow("button:has-text('同意并继续')");
        applicant.page.waitForURL("**/apply/*");
        applicant.page.getByLabel("四级/中级工").tap();
        applicant.page.getByLabel("创意策划").tap();
        see(applicant, "level");
        applicant.follow("button:has-text('建立申报并填写'):enabled");
        applicant.page.waitForURL("**/form");
        applicant.page.locator("[name='person.applicantKind'][value=WORKER]").tap();
        applicant.page.selectOption("[name='person.idType']", "RESIDENT_ID");
        applicant.page.fill("[name='person.idNumber']", CaseByHttp.newIdNumber());
        assertThat(applicant.page.locator("[name='person.phone']").getAttribute("type")).isEqualTo("tel");
        applicant.page.fill("[name='person.phone']", "13800000000");
        applicant.page.locator("button:has-text('增加一项')").first().tap();
        applicant.page.fill("[name='jobs[0].employer']", "北京某传媒有限公司");
        applicant.page.fill("[name='jobs[0].occupation']", "全媒体运营师");
        applicant.page.fill("[name='jobs[0].from']", "2018-03-01");
        applicant.follow("button[value=check]");
        applicant.page.locator("#eligibility .note.ok").waitFor();
        see(applicant, "form");
        applicant.follow("button:has-text('保存并继续')");
        return applicant.caseNumber();
    }

    private void handIn(Person applicant) {
        applicant.uploadEverywhere(CaseByHttp.PROOF);
        see(applicant, "materials");
        applicant.follow("main a.button:has-text('核对并提交')");
        see(applicant, "review");
        applicant.page.locator("[name=declared]").tap();
        applicant.follow("main form button[type=submit]");
        applicant.page.locator("text=审核中").first().waitFor();
    }

    private void supplement(Person applicant, String number) {
        applicant.go("/portal/inbox");
        assertThat(applicant.text("main")).contains("工作证明没有盖章");
        see(applicant, "inbox");
        applicant.go("/portal/applications/" + number);
        see(applicant, "returned");
        applicant.follow("main a.button[href$='/form']");
        applicant.follow(".tabs a[href$='/materials']");
        Locator first = applicant.page.locator("form:has(input[type=file])").first();
        first.locator("input[type=file]").setInputFiles(new FilePayload("盖章的证明.pdf", CaseByHttp.PROOF.mimeType, CaseByHttp.PROOF.buffer));
        if (first.locator("[type=radio]").count() > 0) {
            first.locator("[type=radio]").first().tap();
        }
        applicant.page.locator("a:has-text('盖章的证明.pdf')").waitFor();
        applicant.follow(".tabs a[href$='/review']");
        applicant.page.locator("[name=declared]").tap();
        applicant.follow("main form button[type=submit]");
        applicant.page.locator("text=审核中").first().waitFor();
    }

    private void receive(Person applicant, String number) throws IOException {
        applicant.go("/portal/applications/" + number);
        see(applicant, "certified");
        Download paper = applicant.page.waitForDownload(() -> applicant.tap("a[href$='/certificate']"));
        assertThat(Files.readAllBytes(paper.path())).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        String certificate = applicant.text("section[aria-labelledby=certificate] .number");
        applicant.go("/lookup");
        applicant.page.fill("[name=number]", certificate);
        applicant.page.fill("[name=name]", "林月");
        applicant.follow("main button[type=submit]");
        assertThat(applicant.text("section[aria-labelledby=found]")).contains("有效", "四级/中级工");
        see(applicant, "lookup");
    }

    private void see(Person person, String name) {
        faults.addAll(Accessibility.faults(person.page));
        person.photograph("phone-" + name + ".png");
    }
}

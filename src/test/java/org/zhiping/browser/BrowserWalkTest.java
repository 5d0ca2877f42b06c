package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole case in a real browser: the applicant in the portal, staff at the desk and in Tasklist, an employer at the lookup. */
@ExtendWith(Stage.Door.class)
class BrowserWalkTest {

    private final Stage stage;

    BrowserWalkTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aTechnicianIsCertifiedAfterTheorySkillAndReview() throws Exception {
        String caseNumber = apply("全媒体运营师", "二级/技师", "创意策划", applicant -> {
            applicant.page.check("[name='person.applicantKind'][value=WORKER]");
            applicant.page.selectOption("[name='person.idType']", "RESIDENT_ID");
            applicant.page.fill("[name='person.idNumber']", "11010519491231002X");
            applicant.page.fill("[name='person.phone']", "13800000000");
            applicant.page.fill("[name='person.employer']", "北京某传媒有限公司");
            applicant.page.click("#add-jobs");
            applicant.page.fill("[name='jobs[0].employer']", "北京某传媒有限公司");
            applicant.page.fill("[name='jobs[0].occupation']", "全媒体运营师");
            applicant.page.fill("[name='jobs[0].from']", "2012-03-01");
            applicant.page.click("#add-certificates");
            applicant.page.fill("[name='certificates[0].occupation']", "全媒体运营师");
            applicant.page.selectOption("[name='certificates[0].level']", "LEVEL_3");
            applicant.page.fill("[name='certificates[0].issuedOn']", "2019-06-30");
        });
        accept(caseNumber);
        sit(caseNumber, "全媒体运营师", "LEVEL_2", "THEORY", List.of("林考评"), Map.of("evaluator-1", "60"));
        sit(caseNumber, "全媒体运营师", "LEVEL_2", "SKILL", List.of("林考评", "何考评", "郭考评"),
                Map.of("evaluator-1", "60", "evaluator-2", "59.50", "evaluator-3", "60.50"));
        evaluate(caseNumber);
        approve(caseNumber);
        receive(caseNumber, "all-media-operator");
        fileIt(caseNumber);
    }

    @Test
    void aStudentAppliesForJuniorIndependentOperatorAndIsCertifiedAfterThePanel() throws Exception {
        String caseNumber = apply("独立运营师", "初级独立运营师", null, applicant -> {
            applicant.page.check("[name='person.applicantKind'][value=STUDENT]");
            applicant.page.selectOption("[name='person.idType']", "RESIDENT_ID");
            applicant.page.fill("[name='person.idNumber']", "44052420050316002X");
            applicant.page.fill("[name='person.phone']", "13900000000");
            applicant.page.fill("[name='educations[0].school']", "某某学院");
            applicant.page.selectOption("[name='educations[0].schoolType']", "COLLEGE_OR_UNIVERSITY");
            applicant.page.fill("[name='educations[0].major']", "电子商务");
            applicant.page.selectOption("[name='educations[0].graduation']", "enrolled");
            applicant.page.check("[name='courses[0].completed'][value=yes]");
            applicant.page.fill("[name='courses[0].hours']", "32");
            applicant.page.fill("[name='courses[0].completedOn']", "2026-06-30");
        });
        accept(caseNumber);
        sit(caseNumber, "独立运营师", "JUNIOR", "THEORY", List.of("何考评"), Map.of("evaluator-2", "66"));
        evaluate(caseNumber);
        approve(caseNumber);
        receive(caseNumber, "independent-operator");
    }

    private String apply(String standard, String level, String direction, Consumer<Person> claims) throws Exception {
        try (Person applicant = person("applicant")) {
            applicant.consent();
            applicant.go("/portal/apply");
            applicant.page.locator("article, section, li, div.card").filter(new Locator.FilterOptions().setHasText(standard))
                    .locator("a:has-text('申报本批次')").last().click();
            applicant.page.getByLabel(level).check();
            if (direction != null) {
                applicant.page.getByLabel(direction).check();
            }
            applicant.page.locator("button:has-text('建立申报并填写'):enabled").click();
            applicant.page.waitForURL("**/form");
            String caseNumber = applicant.caseNumber();
            claims.accept(applicant);
            applicant.page.locator("button:has-text('保存并继续')").click();
            applicant.page.waitForURL("**/materials");
            applicant.uploadEverywhere(CaseByHttp.PROOF);
            applicant.go("/portal/applications/" + caseNumber + "/review");
            applicant.page.check("[name=declared]");
            applicant.page.locator("button:has-text('提交申报')").click();
            applicant.page.locator("text=审核中").first().waitFor();
            applicant.photograph("portal-" + caseNumber + ".png");
            return caseNumber;
        }
    }

    private void accept(String caseNumber) {
        try (Person officer = person("acceptance-officer")) {
            officer.openTask("审核申报材料", caseNumber);
            officer.chooseInEachRow("materials-authenticity", 0);
            officer.chooseInEachRow("materials-completeness", 0);
            if (officer.page.locator("[id*='-questions-answer_0']").count() > 0) {
                officer.chooseInEachRow("questions-answer", 0);
                officer.page.locator("[id$='-questions-reason_0']").fill("学校证明已核实");
            }
            officer.choose("review-outcome", 0);
            officer.photograph("tasklist-review-" + caseNumber + ".png");
            officer.complete();
        }
        try (Person applicant = person("applicant")) {
            applicant.until("/portal/applications/" + caseNumber, "已受理");
        }
    }

    private void sit(String caseNumber, String standard, String level, String part, List<String> scorers, Map<String, String> scores) {
        String session;
        try (Person officer = person("exam-officer")) {
            officer.go("/desk/sessions/new");
            String round = officer.page.locator("[name=round] option").filter(new Locator.FilterOptions().setHasText(standard)).getAttribute("value");
            officer.narrow("[name=round]", round);
            officer.narrow("[name=level]", level);
            officer.page.locator("[name=part]").waitFor();
            officer.page.selectOption("[name=part]", part);
            officer.page.locator("main button:has-text('新开场次')").click();
            officer.page.waitForURL(Pattern.compile(".*/desk/sessions/S\\d+"));
            session = officer.page.url().replaceAll(".*/", "");
            officer.openTask("", session);
            officer.tomorrowAt("starts-at", "09:00");
            officer.fill("minutes", "120");
            officer.fill("room", "101 考场");
            officer.fill("capacity", "30");
            officer.tag("invigilators", "梁监考");
            officer.tag("invigilators", "宋监考");
            scorers.forEach(scorer -> officer.tag("scorers", scorer));
            officer.tag("candidates", caseNumber);
            officer.photograph("tasklist-plan-" + session + ".png");
            officer.complete();
        }
        try (Person invigilator = person("invigilator-1")) {
            invigilator.take("", session);
            Locator present = invigilator.page.locator("main input[type=radio][value=present]");
            present.first().waitFor();
            for (int row = 0; row < present.count(); row++) {
                present.nth(row).check();
            }
            invigilator.page.locator("main button[type=submit]").last().click();
            invigilator.page.locator("main .note.ok").waitFor();
        }
        for (Map.Entry<String, String> score : scores.entrySet()) {
            try (Person scorer = person(score.getKey())) {
                scorer.take("", session);
                scorer.page.locator("[id='" + caseNumber + "']").fill(score.getValue());
                scorer.photograph("desk-scores-" + session + ".png");
                scorer.page.locator("button[value=confirm]").click();
                scorer.page.locator("main .note.ok").first().waitFor();
            }
        }
        try (Person verifier = person("score-verifier")) {
            verifier.openTask("", session);
            verifier.choose("verification-outcome", 0);
            verifier.complete();
        }
    }

    private void evaluate(String caseNumber) {
        try (Person officer = person("exam-officer")) {
            officer.openTask("", caseNumber);
            List.of("高评审", "马评审", "罗评审").forEach(member -> officer.tag("members", member));
            officer.page.locator(".fjs-container [id$='-chair'], .fjs-container [id$='-chair-search']").first().click();
            officer.page.locator(".fjs-dropdownlist-item:visible").filter(new Locator.FilterOptions().setHasText("高评审")).first().click();
            officer.tomorrowAt("held-at", "14:00");
            officer.fill("minutes", "30");
            officer.fill("place", "评审室");
            officer.complete();
        }
        for (String member : List.of("panel-member-1", "panel-member-2", "panel-member-3")) {
            try (Person person = person(member)) {
                person.openTask("委员评分", caseNumber);
                Locator lines = person.page.locator(".fjs-container [id*='-lines-score_']");
                for (int line = 0; line < Math.min(3, lines.count()); line++) {
                    lines.nth(line).fill("80.5");
                }
                person.fill("score", "71.25");
                person.fill("opinion", "方案完整，措施可行。");
                person.complete();
            }
        }
        try (Person chair = person("panel-member-1")) {
            chair.openTask("确认评审纪要", caseNumber);
            chair.fill("minutes", "三位委员独立评分，意见一致。");
            chair.page.locator(".fjs-container [id$='-confirmed']").check();
            chair.complete();
        }
    }

    private void approve(String caseNumber) {
        try (Person approver = person("approver")) {
            approver.openTask("", caseNumber);
            approver.choose("completeness", 0);
            approver.choose("conformity", 0);
            approver.choose("correctness", 0);
            approver.choose("approval-outcome", 0);
            approver.complete();
        }
    }

    private void receive(String caseNumber, String standard) throws Exception {
        try (Person applicant = person("applicant")) {
            applicant.until("/portal/applications/" + caseNumber, "已发证");
            applicant.photograph("portal-certified-" + standard + ".png");
            Download paper = applicant.page.waitForDownload(() -> applicant.page.locator("a:has-text('证书')[href*='certificate']").first().click());
            Path pdf = Path.of("target/screenshots", "certificate-" + standard + ".pdf");
            paper.saveAs(pdf);
            assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes());
            String number = applicant.page.locator("section[aria-labelledby=certificate] .number").innerText();
            applicant.go("/lookup");
            applicant.page.fill("[name=number]", number);
            applicant.page.fill("[name=name]", "李思远");
            applicant.page.locator("main button[type=submit]").click();
            applicant.page.locator("main :text('有效')").first().waitFor();
            applicant.photograph("lookup-" + standard + ".png");
        }
    }

    private void fileIt(String caseNumber) {
        try (Person officer = person("certificate-officer")) {
            officer.go("/desk/cases?status=CERTIFIED");
            officer.page.locator("main a:has-text('" + caseNumber + "')").click();
            officer.page.waitForURL("**/desk/cases/" + caseNumber);
            assertThat(officer.text("section[aria-labelledby=scores]")).contains("60");
            assertThat(officer.text("section[aria-labelledby=timeline]")).contains("证书");
        }
    }

    private Person person(String account) {
        return stage.person(account);
    }
}

package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zhiping.RunningProduct;

/** An applicant with a keyboard and no mouse, from the sign-in to the submitted application. */
@ExtendWith(Stage.Door.class)
class KeyboardJourneyTest {

    private static final String ACCOUNT = "he.jian";

    private final Stage stage;
    private Person applicant;
    private Keyboard keyboard;

    KeyboardJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void anApplicantNeedsNoMouse() {
        stage.cases().signUp(ACCOUNT, "何键");
        try (Person person = stage.visitor(Screen.DESKTOP, "zh-CN")) {
            applicant = person;
            keyboard = new Keyboard(person.page);
            signIn();
            choose();
            fillIn();
            upload();
            declare();
            correctTheNumber();
            declare();
            assertThat(applicant.text("main")).contains("审核中");
        }
    }

    private void signIn() {
        applicant.go("/sign-in");
        keyboard.tabTo(".skip");
        keyboard.press("Enter");
        assertThat(keyboard.on("#main")).as("the skip link leads to the content").isTrue();
        keyboard.tabTo("[name=username]");
        keyboard.type(ACCOUNT);
        keyboard.tabTo("[name=password]");
        keyboard.type("not the password");
        keyboard.follow("Enter");
        assertThat(keyboard.on("#faults")).as("a refused sign-in is focused").isTrue();
        keyboard.tabTo("[name=password]");
        keyboard.tabBackTo("[name=username]");
        keyboard.type(ACCOUNT);
        keyboard.tabTo("[name=password]");
        keyboard.type(RunningProduct.PASSWORD);
        keyboard.follow("Enter");
        assertThat(applicant.page.url()).endsWith("/portal");
        assertThat(keyboard.walkThrough()).as("menu, content and foot").hasSizeGreaterThan(8);
    }

    private void choose() {
        keyboard.tabTo("main a[href='/portal/apply']");
        keyboard.follow("Enter");
        keyboard.tabTo("main summary");
        keyboard.press("Enter");
        assertThat(applicant.page.locator("details[open]").count()).as("parameters unfold").isEqualTo(1);
        String round = applicant.page.locator("article:has-text('全媒体运营师') a.button").getAttribute("href");
        keyboard.tabTo("a[href='" + round + "']");
        keyboard.follow("Enter");
        keyboard.tabTo("[name=level]");
        keyboard.swap("Space");
        assertThat(keyboard.on("[name=level][value=LEVEL_4]:checked")).as("the focus outlives a swap").isTrue();
        keyboard.tabTo("[name=direction]");
        keyboard.press("ArrowDown");
        assertThat(keyboard.on("[name=direction][value=B]:checked")).isTrue();
        keyboard.press("ArrowUp");
        keyboard.tabTo("main button");
        keyboard.follow("Enter");
        assertThat(applicant.page.url()).endsWith("/form");
    }

    private void fillIn() {
        keyboard.tabTo("[name='person.applicantKind']");
        keyboard.press("Space");
        keyboard.tabTo("[name='person.idType']");
        keyboard.choose("RESIDENT_ID");
        keyboard.tabTo("[name='person.idNumber']");
        keyboard.type("110105199001011234");
        keyboard.tabTo("[name='person.phone']");
        keyboard.type("13800000000");
        addAndRemoveARow();
        keyboard.tabTo("[name='educations[0].school']");
        keyboard.type("某某学院");
        keyboard.tabTo("[name='educations[0].schoolType']");
        keyboard.choose("COLLEGE_OR_UNIVERSITY");
        keyboard.tabTo("[name='educations[0].major']");
        keyboard.type("市场营销");
        keyboard.tabTo("[name='educations[0].graduation']");
        keyboard.choose("graduated");
        keyboard.tabTo("button[value=on]");
        keyboard.follow("Enter");
    }

    private void addAndRemoveARow() {
        keyboard.tabTo("#add-jobs");
        keyboard.press("Enter");
        assertThat(keyboard.on("fieldset.row")).as("a new row is focused").isTrue();
        keyboard.tabTo("[name='jobs[0].employer']");
        keyboard.tabTo("button[value='remove:jobs:0']");
        keyboard.press("Space");
        assertThat(keyboard.on("#add-jobs")).as("after a row is gone").isTrue();
    }

    private void correctTheNumber() {
        assertThat(keyboard.on("#faults")).as("the summary of a refused form is focused").isTrue();
        keyboard.tabTo("#faults a[href*='person-idNumber']");
        keyboard.follow("Enter");
        assertThat(keyboard.on("[name='person.idNumber']")).as("the summary leads to the field").isTrue();
        keyboard.press("Control+a");
        keyboard.type(CaseByHttp.newIdNumber());
        keyboard.tabTo("button[value=on]");
        keyboard.follow("Enter");
        toReview();
    }

    private void upload() {
        assertThat(applicant.page.url()).endsWith("/materials");
        int files = applicant.page.locator("input[type=file]").count();
        for (int i = 0; i < files; i++) {
            String id = "#" + applicant.page.locator("input[type=file]").nth(i).getAttribute("id");
            String radio = "form:has(" + id + ") [type=radio]";
            if (applicant.page.locator(radio).count() > 0) {
                keyboard.tabTo(radio);
                keyboard.press("Space");
            }
            keyboard.tabTo(id);
            if (Person.takesPdf(applicant.page.locator(id))) {
                keyboard.sendFile(CaseByHttp.PROOF);
                assertThat(keyboard.on(id)).as("after the upload").isTrue();
            } else {
                keyboard.chooseFile(CaseByHttp.PORTRAIT);
                keyboard.tabTo("form:has(" + id + ") button");
                keyboard.swap("Enter");
                assertThat(keyboard.on("form:has(" + id + ") button")).as("after the upload").isTrue();
            }
        }
        toReview();
    }

    private void toReview() {
        keyboard.tabTo("main a[href$='/review'].button");
        keyboard.follow("Enter");
    }

    private void declare() {
        keyboard.tabTo("main form button");
        keyboard.press("Enter");
        assertThat(keyboard.on("[name=declared]")).as("the browser asks for the declaration").isTrue();
        keyboard.press("Space");
        keyboard.tabTo("main form button");
        keyboard.follow("Enter");
    }
}

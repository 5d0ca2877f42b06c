package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An acceptance officer goes through the worklist with single keys, and sees it on a phone and in English. */
@ExtendWith(Stage.Door.class)
class WorklistJourneyTest {

    private static final String OFFICER = "acceptance-officer";

    private final Stage stage;

    WorklistJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theWorklistNeedsNoMouse() {
        CaseByHttp cases = stage.cases();
        List<String> numbers = Stream.of("yuan.yi", "yuan.er", "yuan.san").map(account -> {
            cases.signUp(account, "元列表");
            return cases.submitted(account, "LEVEL_4");
        }).toList();
        try (Person officer = stage.person(OFFICER)) {
            numbers.forEach(number -> officer.until("/desk/worklist", number));
            officer.photograph("worklist-1280-zh.png");
            walk(officer, numbers.get(1));
            officer.page.keyboard().press("x");
            assertThat(officer.page.locator("[data-worklist] [name=task]:checked").count()).as("x chooses the row").isEqualTo(1);
            officer.page.waitForNavigation(() -> officer.page.keyboard().press("c"));
            officer.go("/desk/worklist?view=mine");
            assertThat(officer.text("[data-worklist]")).contains(numbers.get(1)).doesNotContain(numbers.get(0));
            search(officer, numbers);
            comeBack(officer, cases, numbers.get(0));
            next(officer);
        }
        look();
    }

    /** From the first row to that of the case. */
    private static void walk(Person officer, String number) {
        for (int row = 0; row < 60; row++) {
            officer.page.keyboard().press(row % 2 == 0 ? "j" : "ArrowDown");
            if (officer.page.evaluate("() => document.activeElement.closest('tr')?.innerText ?? ''").toString().contains(number)) {
                return;
            }
        }
        throw new AssertionError("j does not come to " + number);
    }

    /** What is typed into a field is text and no key. */
    private static void search(Person officer, List<String> numbers) {
        officer.page.locator("#sought").focus();
        officer.page.keyboard().type("jnc");
        assertThat(officer.page.inputValue("#sought")).isEqualTo("jnc");
        officer.page.fill("#sought", "元列");
        officer.page.waitForNavigation(() -> officer.page.keyboard().press("Enter"));
        assertThat(officer.page.url()).doesNotContain("元").doesNotContain("%");
        assertThat(officer.text("[data-worklist]")).contains(numbers);
        officer.photograph("worklist-search-zh.png");
        officer.page.waitForNavigation(() -> officer.page.click("main form button.quiet"));
    }

    /** Who comes back to the list sees what has come meanwhile, with what they had chosen. */
    private static void comeBack(Person officer, CaseByHttp cases, String chosen) {
        officer.go("/desk/worklist?view=waiting");
        officer.page.check("[data-worklist] tr:has-text('" + chosen + "') [name=task]");
        cases.signUp("yuan.si", "元列表");
        String later = cases.submitted("yuan.si", "LEVEL_4");
        for (int look = 0; look < 60 && !officer.text("[data-worklist]").contains(later); look++) {
            officer.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            officer.page.waitForTimeout(500);
        }
        assertThat(officer.text("[data-worklist]")).contains(later);
        assertThat(officer.page.isChecked("[data-worklist] tr:has-text('" + chosen + "') [name=task]")).as("still chosen").isTrue();
    }

    private static void next(Person officer) {
        officer.page.uncheck("#keys-on");
        officer.page.locator("h1").click();
        officer.page.keyboard().press("n");
        assertThat(officer.page.url()).as("keys can be switched off").contains("/desk/worklist");
        officer.page.check("#keys-on");
        officer.page.locator("h1").click();
        officer.page.waitForNavigation(() -> officer.page.keyboard().press("n"));
        assertThat(officer.page.url()).doesNotContain("/desk/worklist");
    }

    private void look() {
        try (Person officer = stage.person(OFFICER, Screen.PHONE, "en")) {
            officer.go("/desk/worklist?view=mine");
            officer.photograph("worklist-390-en.png");
            assertThat((Integer) officer.page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(Screen.PHONE.width);
        }
        try (Person officer = stage.person(OFFICER, Screen.DESKTOP, "en")) {
            officer.go("/desk/worklist");
            officer.photograph("worklist-1280-en.png");
        }
    }
}

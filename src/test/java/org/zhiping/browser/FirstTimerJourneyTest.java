package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who has never been here applies for 二级 while everything goes wrong that can; nothing that they typed is lost. */
@ExtendWith(Stage.Door.class)
class FirstTimerJourneyTest {

    private static final String ACCOUNT = "first.timer";

    private final Stage stage;
    private final Map<String, String> typed = new LinkedHashMap<>();

    FirstTimerJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void nothingTypedIsLost() {
        stage.cases().signUp(ACCOUNT, "赵初");
        try (Person desk = stage.person(ACCOUNT); Person phone = stage.person(ACCOUNT, Screen.PHONE, "zh-CN")) {
            begin(desk);
            String form = desk.page.url();
            halfTyped(desk);
            offline(desk);
            answerLost(desk);
            goOn(phone, form);
            settle(desk, phone);
            conditions(desk);
            handIn(desk);
        }
    }

    private void begin(Person desk) {
        desk.go("/portal");
        desk.page.click("main a:has-text('新建申报')");
        desk.page.locator("article").filter(new Locator.FilterOptions().setHasText("全媒体运营师")).locator("a:has-text('申报本批次')").click();
        desk.page.getByLabel("二级/技师").check();
        desk.page.getByLabel("创意策划").check();
        desk.page.click("button:has-text('建立申报并填写'):enabled");
        desk.page.waitForURL("**/form");
    }

    private void halfTyped(Person desk) {
        desk.page.check("[name='person.applicantKind'][value=WORKER]");
        desk.page.selectOption("[name='person.idType']", "RESIDENT_ID");
        type(desk, "person.idNumber", "11010");
        desk.page.click("#add-jobs");
        type(desk, "jobs[0].from", "2012-3");
        saved(desk);
        desk.page.reload();
        assertTyped(desk);
        type(desk, "person.idNumber", CaseByHttp.newIdNumber().toLowerCase(java.util.Locale.ROOT));
        saved(desk);
        assertThat(desk.text("#identity")).contains("1990年");
        assertThat(desk.page.locator("[name='person.birthDate']").isVisible()).as("the number tells it").isFalse();
    }

    /** The first loss: no connection while typing, for longer than one attempt. */
    private void offline(Person desk) {
        desk.page.context().setOffline(true);
        type(desk, "jobs[0].employer", "北京某传媒𠮷有限公司");
        desk.page.locator("form[data-state=failed]").waitFor();
        assertThat(desk.text("#draft-state")).contains("未保存", "正在重试");
        type(desk, "jobs[0].occupation", "全媒体运营师");
        desk.page.context().setOffline(false);
        saved(desk);
    }

    /** The second: the server has saved, its answer never arrives, and the same field is typed on. */
    private void answerLost(Person desk) {
        AtomicBoolean lost = new AtomicBoolean();
        desk.page.route("**/form/draft", route -> {
            if (lost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        type(desk, "person.employer", "北京");
        desk.page.locator("form[data-state=failed]").waitFor();
        type(desk, "person.employer", "北京某传媒");
        saved(desk);
        assertThat(desk.page.locator("#conflict [data-difference]").count()).as("no conflict with oneself").isZero();
        desk.page.unroute("**/form/draft");
    }

    private void goOn(Person phone, String form) {
        phone.page.navigate(form);
        assertTyped(phone);
        type(phone, "jobs[0].from", "2012-03-01");
        phone.page.locator("#add-certificates").tap();
        type(phone, "certificates[0].occupation", "全媒体运营师");
        phone.page.selectOption("[name='certificates[0].level']", "LEVEL_3");
        type(phone, "certificates[0].issuedOn", "20240630");
        saved(phone);
    }

    /** What differs is asked for; what does not comes together. */
    private void settle(Person desk, Person phone) {
        type(phone, "person.phone", "13700000000");
        saved(phone);
        desk.page.fill("[name='person.phone']", "13800000000");
        desk.page.locator("#conflict [data-difference='person.phone']").waitFor();
        assertThat(desk.text("#conflict")).contains("13700000000", "13800000000");
        desk.page.check("[name='choice.person.phone'][value=theirs]");
        desk.page.click("#conflict button[value=settle]");
        desk.page.locator("#conflict [data-difference]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        desk.page.locator("[name='certificates[0].occupation']").waitFor();
        saved(desk);
        assertTyped(desk);
    }

    private void conditions(Person desk) {
        desk.page.click("#add-titles");
        desk.page.selectOption("[name='titles[0].rank']", "JUNIOR");
        desk.page.selectOption("[name='titles[0].kind']", "title");
        type(desk, "titles[0].name", "助理编辑");
        type(desk, "titles[0].obtainedOn", "2015-06-01");
        desk.page.getByLabel("1.9.1 二级(3)").check();
        desk.page.locator("#chosen .note").waitFor();
        saved(desk);
        assertThat(desk.text("#chosen")).contains("二级(3)", "中级职称", "可以改选", "二级(2)");
        assertThat(desk.text(".conditions > li:has-text('二级(3)')")).contains("不符合", "中级职称");
        assertThat(desk.text(".conditions > li:has-text('二级(2)')")).doesNotContain("不符合");
        desk.page.getByLabel("1.9.1 二级(2)").check();
        desk.page.locator("#chosen .note").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertTyped(desk);
    }

    private void handIn(Person desk) {
        desk.page.click("button[value=on]");
        desk.page.waitForURL("**/materials");
        desk.uploadEverywhere(CaseByHttp.PROOF);
        desk.page.click("main a.button:has-text('核对并提交')");
        desk.page.waitForURL("**/review");
        String all = desk.text("main");
        typed.values().forEach(value -> assertThat(all).contains(value));
        desk.page.check("[name=declared]");
        desk.page.click("main form button[type=submit]");
        desk.page.locator("text=审核中").first().waitFor();
    }

    private void type(Person person, String field, String value) {
        person.page.fill("[name='" + field + "']", value);
        typed.put(field, value);
    }

    private void saved(Person person) {
        person.page.locator("form[data-state=saved]").waitFor();
    }

    private void assertTyped(Person person) {
        Page page = person.page;
        typed.forEach((field, value) -> assertThat(page.inputValue("[name='" + field + "']")).as(field).isEqualTo(value));
    }
}

package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checks find what they are for, planted on a page. */
@ExtendWith(Stage.Door.class)
class AccessibilityTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>页</title></head>
            <body><main><h1>页</h1>%s</main></body></html>""";

    private final Stage stage;

    AccessibilityTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void findsAFieldWithoutALabel() {
        finds("<input name='number'>", "label (");
    }

    @Test
    void findsTextThatIsTooPale() {
        finds("<p style='color:#aaa;background:#fff'>看不清的字</p>", "color-contrast (");
    }

    @Test
    void findsTargetsThatAreTooSmallAndTooClose() {
        finds("<p>" + "<button style='width:10px;height:10px;padding:0;margin:0'>改</button>".repeat(3) + "</p>", "target-size (");
    }

    @Test
    void findsWhatMakesAPhoneScrollSideways() {
        finds("<table id='seats' style='width:600px'><tr><td>座位</td></tr></table>", "too wide: table");
    }

    @Test
    void findsNothingOnASoundPage() {
        try (Person visitor = stage.visitor(Screen.PHONE, "zh-CN")) {
            visitor.page.setContent(PAGE.formatted("<label>号码 <input name='number'></label>"));
            assertThat(Accessibility.faults(visitor.page)).isEmpty();
        }
    }

    private void finds(String planted, String fault) {
        try (Person visitor = stage.visitor(Screen.PHONE, "zh-CN")) {
            visitor.page.setContent(PAGE.formatted(planted));
            assertThat(Accessibility.faults(visitor.page)).isNotEmpty().first().asString().contains(fault);
        }
    }
}

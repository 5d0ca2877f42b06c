package org.zhiping.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Refusal;

class SubmittedTest {

    private static final Clock SHANGHAI = Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({"2026-12-01T09:00+08:00, 2026-12-01T01:00:00Z", "2026-12-01T01:00Z, 2026-12-01T01:00:00Z",
            "2026-12-01T09:00, 2026-12-01T01:00:00Z", "2026-12-01T01:00:00.000Z, 2026-12-01T01:00:00Z"})
    void takesMomentsWithAndWithoutOffset(String written, Instant moment) {
        assertThat(new Submitted(Map.of("at", written)).moment("at", SHANGHAI)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "明天", "2026-12-01", "2026-13-01T09:00"})
    void refusesWhatIsNoMoment(String written) {
        refused("value-malformed", () -> new Submitted(Map.of("at", written)).moment("at", SHANGHAI));
    }

    @Test
    void readsNumbersAsTheyArrive() {
        Submitted form = new Submitted(Map.of("int", 90, "double", 90.0, "text", " 90 ", "half", 90.5, "word", "九十", "big", "1E99"));
        assertThat(form.integer("int")).isEqualTo(90);
        assertThat(form.integer("double")).isEqualTo(90);
        assertThat(form.integer("text")).isEqualTo(90);
        assertThat(form.integer("none")).isNull();
        for (String key : List.of("half", "word", "big")) {
            refused("value-malformed", () -> form.integer(key));
        }
        refused("value-missing", () -> form.required("none"));
    }

    @Test
    void readsListsAndRows() {
        Submitted form = new Submitted(Map.of("people", List.of("a", "b"), "rows", List.of(Map.of("seat", 1)), "text", "a"));
        assertThat(form.texts("people")).containsExactly("a", "b");
        assertThat(form.rows("rows").get(0).integer("seat")).isEqualTo(1);
        assertThat(form.texts("none")).isEmpty();
        refused("value-malformed", () -> form.rows("people"));
        refused("value-malformed", () -> form.texts("text"));
    }

    @Test
    void whatPeopleTypeIsNoMarkdown() {
        assertThat(Markdown.plain("[点我](http://x) **粗** {{a}}\n\n# 题"))
                .isEqualTo("\\[点我\\]\\(http://x\\) \\*\\*粗\\*\\* \\{\\{a\\}\\}  \n\\# 题");
    }

    @Test
    void listsMaskNames() {
        assertThat(MaskedName.of("张三丰")).isEqualTo("张**");
        assertThat(MaskedName.of("𠮷田")).isEqualTo("𠮷*");
        assertThat(MaskedName.of("张")).isEqualTo("张*");
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}

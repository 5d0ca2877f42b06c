package org.zhiping.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.notice.Rendering.Kind;

/** What somebody might write to get out of a template, or to hold the product up. */
class HostileTemplatesTest {

    private static final List<String> VARIABLES = List.of("reason", "due", "caseNumber");
    private static final Map<String, String> VALUES = Map.of("reason", "<script>alert(1)</script>", "due", "2026-12-01", "caseNumber", "ZP202600000001");
    private static final String LONG = "x".repeat(90);

    private final Rendering rendering = new Rendering();

    private static List<TemplateFault> faults(String source) {
        TemplateSyntax syntax = TemplateSyntax.of(source, VARIABLES);
        List<TemplateFault> faults = new ArrayList<>(syntax.faults());
        faults.addAll(TemplateMarkup.faults(syntax.text()));
        faults.addAll(TemplateMarkup.addresses(syntax.text(), "https://zhiping.example.org"));
        return faults;
    }

    /** Reaching for classes, files, other templates; switching escaping off; markup and links that lead elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "<#assign x=\"freemarker.template.utility.ObjectConstructor\"?new()>${x(\"java.io.File\",\"/etc/passwd\")}",
        "${reason?api.class.forName(\"java.lang.Runtime\")}",
        "${reason.class.protectionDomain}",
        "${reason[\"class\"]}",
        "<#include \"/etc/passwd\">",
        "<#import \"/parts/layout.ftlh\" as layout>",
        "${\"${reason?no_esc}\"?interpret}",
        "<@\"<p>x</p>\"?interpret />",
        "${\"1+1\"?eval}",
        "${reason?no_esc}",
        "<#noautoesc>${reason}</#noautoesc>",
        "<#outputformat \"plainText\">${reason}</#outputformat>",
        "<#ftl output_format=\"plainText\">${reason}",
        "<#setting locale=\"en_US\">x",
        "<#noparse>${reason}</#noparse>",
        "<#assign s=\"a\"><#list 1..40 as i><#assign s=s+s></#list>${s}",
        "<#macro m><@m/></#macro><@m/>",
        "<#function f x><#return f(x)></#function>${f(1)}",
        "<#list 1.. as i></#list>",
        "${\"x\"?left_pad(1000000000)}",
        "${(1..100000000)?join(\",\")}",
        "${\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"?matches(\"(a+)+b\")?string}",
        "<#list reason?split(\"(a+)+b\", \"r\") as x>${x}</#list>",
        "<#if '?split(\"x\")' == reason?split(\"(a+)+b\",\"r\")>x</#if>",
        "<#list a?split(\"\") as b><#list a?split(\"\") as c><#list a?split(\"\") as d></#list></#list></#list>",
        "<script>alert(1)</script>",
        "<sc<#-- -->ript>alert(1)</script>",
        "<img src=\"https://evil.example/pixel.gif\">",
        "<p onclick=\"x\">x</p>",
        "<a href=\"https://evil.example/\">x</a>",
        "<a href=\"//evil.example/\">x</a>",
        "<a href=\"/${reason}\">x</a>",
        "<a href=\"/\\evil.example\">x</a>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<p>www.evil.example</p>",
        "<p>https://zhiping.example.org.evil.example/</p>",
        "${.vars}", "${.globals}", "${.data_model.reason}", "#{1}", "${password}", "<#stop>", "<#attempt>x<#recover>y</#attempt>",
        "${reason", "<#if reason??>x", "</#if>", "${reason?url_path?has_content?no_esc}", "<#list reason as x>${x", "<#visit x>"})
    void isRefusedBeforeItIsFilledIn(String hostile) {
        assertThat(faults(hostile)).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.column()).isPositive();
        });
    }

    static List<String> endlesslyDeep() {
        return List.of("${" + "(".repeat(4900) + "reason" + ")".repeat(4900) + "}", "${due?then(\"" + "y".repeat(9000) + "\", 'n')}",
                "${'" + "\\n".repeat(4900) + "'}", "<#if due??>".repeat(500) + "</#if>".repeat(500), "${" + "!".repeat(9900) + "due??}");
    }

    @ParameterizedTest
    @MethodSource("endlesslyDeep")
    void whatGoesEndlesslyDeepIsRefused(String hostile) {
        assertThat(faults(hostile)).isNotEmpty();
        assertThat(catchThrowable(() -> rendering.bounded(Kind.HTML, hostile, VALUES)) instanceof Error).as("the second wall falls").isFalse();
    }

    /** If the first wall had a hole, this is the second: nothing is reached, and nothing runs on. */
    @ParameterizedTest
    @ValueSource(strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${reason?api.class}", "${reason.class}", "<#include \"/etc/passwd\">", "<#import \"/parts/layout.ftlh\" as l>",
        "${reason?no_esc}", "<#noautoesc>${reason}</#noautoesc>", "<#ftl auto_esc=false>${reason}",
        "<#list 1.. as i></#list>", "<#list 1..2000000000 as i><#list 1..2000000000 as j></#list></#list>",
        "<#list 1.. as i>much</#list>", "<#macro m><@m/></#macro><@m/>", "<#function f x><#return f(x)></#function>${f(1)}"})
    void isStoppedWhereItIsFilledIn(String hostile) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> rendering.bounded(Kind.HTML, hostile, VALUES)).isInstanceOf(TemplateFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theThreadOfAnEndlessTemplateEndsToo() {
        assertThatThrownBy(() -> rendering.bounded(Kind.HTML, "<#list 1.. as i></#list>", VALUES)).hasMessageContaining("too-long");
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("notice-template"))
                .noneMatch(thread -> List.of(thread.getValue()).stream().anyMatch(frame -> frame.getClassName().startsWith("freemarker"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>${reason}</p>", "<p><#if due?has_content>${due}<#elseif reason??>x<#else>${reason!\"–\"}</#if></p>",
        "<ul><#list reason?split(\"\\n\") as line><li>${line?counter} ${line}</li></#list></ul>", "<p>a<br>b<br/></p>",
        "<p><a href=\"/portal/applications/${caseNumber}\">${caseNumber}</a> https://zhiping.example.org/portal</p>", "<p>1 &lt; 2</p><#-- why -->",
        "${due?has_content?then(\"until\", 'open')}", "<#list reason?split(\",\") as x>${x}<#sep>, </#list>", "${(due!reason)?upper_case}"})
    void whatIsUsefulIsTaken(String template) {
        assertThat(faults(template)).isEmpty();
        assertThatCode(() -> rendering.bounded(Kind.HTML, template, VALUES)).doesNotThrowAnyException();
    }

    /** Only what a template computes counts against it. */
    @Test
    void whatHadToWaitForABusyMachineIsTaken() throws TemplateFailure {
        Map<String, String> late = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                LockSupport.parkNanos(Rendering.LONGEST.multipliedBy(3).toNanos());
                return VALUES.entrySet();
            }
        };
        assertThat(rendering.bounded(Kind.HTML, "<p>${reason}</p>", late)).isEqualTo(rendering.bounded(Kind.HTML, "<p>${reason}</p>", VALUES));
    }

    @Test
    void everyValueIsEscaped() throws TemplateFailure {
        assertThat(rendering.bounded(Kind.HTML, "<#list reason?split(\"\\n\") as x>${x}${x + reason}</#list>", VALUES)).doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void aFaultIsFoundWhereItIs() {
        assertThat(TemplateSyntax.of("<p>好的</p>\n<p>很好 ${password}</p>", VARIABLES).faults())
                .containsExactly(new TemplateFault(2, 9, "unknown", "password"));
        assertThat(TemplateSyntax.of("<p>\n\n  <#if due??>x</p>", VARIABLES).faults()).containsExactly(new TemplateFault(3, 3, "not-closed", "if"));
        assertThatThrownBy(() -> rendering.bounded(Kind.HTML, "<p>x</p>\n  ${gone}", VALUES)).isInstanceOfSatisfying(TemplateFailure.class,
                failed -> assertThat(failed.fault()).isEqualTo(new TemplateFault(2, 5, "missing", "gone")));
        assertThatThrownBy(() -> rendering.bounded(Kind.HTML, "<#list reason?split(\"\") as a><#list reason?split(\"\") as b>" + LONG
                + "</#list></#list>", Map.of("reason", LONG))).isInstanceOfSatisfying(TemplateFailure.class,
                failed -> assertThat(failed.fault().code()).isEqualTo("too-much"));
    }
}

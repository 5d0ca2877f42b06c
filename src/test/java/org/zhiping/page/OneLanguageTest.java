package org.zhiping.page;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of languages sees what is planted, and lets stand what is marked. */
class OneLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "en|<p>Accepted 已受理</p>", "en|<img alt=\"照片\">", "en|<p><span lang=\"zh-CN\">张伟</span> 你好</p>", "en|<p>Open（2023）</p>",
        "en|<input type=\"text\" value=\"某公司\">", "zh-CN|<p>状态：accepted</p>", "zh-CN|<button title=\"Remove\">删除</button>"})
    void theOtherLanguageIsSeen(String language, String body) {
        assertThatThrownBy(() -> check(language, body)).isInstanceOf(AssertionError.class).hasMessageContaining("in another language");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "en|<p>Accepted <span lang=\"zh-CN\">张伟 (seat 1)</span></p>", "en|<input type=\"text\" value=\"某公司\" lang=\"zh-CN\"><p>On</p>",
        "zh-CN|<p>账号 approver，文件 proof.pdf，编号 ZP202600000001，<a lang=\"en\" href=\"?lang=en\">English page</a></p>",
        "zh-CN|<input type=\"radio\" value=\"present\"><option value=\"yes\">是</option>"})
    void whatIsMarkedOrACodeMayStand(String language, String body) {
        assertThatCode(() -> check(language, body)).doesNotThrowAnyException();
    }

    private static void check(String language, String body) {
        OneLanguage.check("a page", "<!DOCTYPE html><html lang=\"" + language + "\"><body>" + body + "</body></html>\n", Set.of("approver"));
    }
}

package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ForeignWordsTest {

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Level 4 · 张*|Level 4 · <span lang=\"zh-CN\">张*</span>", "proof.pdf|proof.pdf",
        "某<b>公司|<span lang=\"zh-CN\">某&lt;b&gt;公司</span>", "<script>张|&lt;script&gt;<span lang=\"zh-CN\">张</span>", "A & B|A &amp; B"})
    void chineseIsMarkedOnAnEnglishPageAndNothingBecomesMarkup(String text, String html) throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(markup(text)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "合格 Certificate of Skill|合格 <span lang=\"en\">Certificate of Skill</span>", "账号 approver|账号 approver", "<i>x y|&lt;i&gt;<span lang=\"en\">x y</span>"})
    void anEnglishPhraseIsMarkedOnAChinesePage(String text, String html) throws Exception {
        assertThat(markup(text)).isEqualTo(html);
    }

    @Test
    void tagsOfHtmlStayAsTheyAre() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        String html = "<p title=\"教室\">Room: 教室</p>";
        assertThat(ForeignWords.markedHtml(html).getOutputFormat().getMarkupString(ForeignWords.markedHtml(html)))
                .isEqualTo("<p title=\"教室\">Room: <span lang=\"zh-CN\">教室</span></p>");
    }

    @Test
    void aFieldSaysWhichLanguageItHolds() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var format = ForeignWords.attribute("").getOutputFormat();
        assertThat(format.getMarkupString(ForeignWords.attribute("某公司"))).isEqualTo(" lang=\"zh-CN\"");
        assertThat(format.getMarkupString(ForeignWords.attribute("Some company"))).isEmpty();
    }

    private static String markup(String text) throws Exception {
        var marked = ForeignWords.marked(text);
        return marked.getOutputFormat().getMarkupString(marked);
    }
}

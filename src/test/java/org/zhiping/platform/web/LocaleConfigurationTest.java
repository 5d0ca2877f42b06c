package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleConfigurationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en-GB,en;q=0.9|en", "zh-CN,zh;q=0.9,en;q=0.8|zh", "zh|zh", "fr|zh", "*|zh", "'q=;;'|zh", "|zh"})
    void chineseUnlessEnglishIsAskedForFirst(String acceptLanguage, String language) {
        assertThat(LocaleConfiguration.spoken(acceptLanguage)).isEqualTo(language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }
}

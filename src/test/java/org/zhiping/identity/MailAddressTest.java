package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.platform.Refusal;

/** What can be written on an envelope, and nothing that could become another header or command. */
class MailAddressTest {

    @ParameterizedTest
    @CsvSource({"zhang@example.com, zhang@example.com", "' o''neil+a.b@mail.example.org ', o'neil+a.b@mail.example.org",
        "li@例子.测试, li@xn--fsqu00a.xn--0zwm56d"})
    void isKeptAsTypedAndSentInAscii(String typed, String ascii) {
        MailAddress address = MailAddress.of(typed);
        assertThat(address.value()).isEqualTo(typed.strip());
        assertThat(address.ascii()).isEqualTo(ascii);
    }

    @Test
    void fullWidthSignsAreReadAsTheUsualOnes() {
        assertThat(MailAddress.of("ｚhang＠example．com").value()).isEqualTo("zhang@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhang", "@example.com", "zhang@", "zhang@example", "zhang@@example.com", "张@example.com", "a b@example.com",
        "a@b@example.com", "zhang@example.com\r\nBcc: x@example.org", "zhang\n@example.com", "zhang@exa\r\nmple.com", "<zhang@example.com>",
        "zhang@example.com, li@example.com", "zhang@-example.com", "zhang@example..com", ".zhang@example.com", "zhang.@example.com",
        "zhang@127.0.0.1", "zhang@[127.0.0.1]", "zhang@example.com>", "\"zhang\"@example.com"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> MailAddress.of(typed)).isInstanceOf(Refusal.class).hasMessage("account-email");
    }

    @Test
    void isNotTooLong() {
        String domain = ("a".repeat(60) + ".").repeat(3) + "example.com";
        assertThat(MailAddress.of("z".repeat(254 - domain.length() - 1) + "@" + domain).ascii()).hasSize(254);
        assertThatThrownBy(() -> MailAddress.of("z".repeat(254 - domain.length()) + "@" + domain)).hasMessage("account-email");
        assertThatThrownBy(() -> MailAddress.of("z".repeat(65) + "@example.com")).hasMessage("account-email");
        assertThatThrownBy(() -> MailAddress.of("z@" + "a.".repeat(1_000_000) + "cn")).hasMessage("account-email");
    }

    @Test
    void blankMeansNone() {
        assertThat(MailAddress.of(null)).isNull();
        assertThat(MailAddress.of("  ")).isNull();
    }

    @Test
    void showsNobodyMoreThanItsFirstLetter() {
        assertThat(MailAddress.of("zhang@example.com")).hasToString("z***@example.com");
    }
}

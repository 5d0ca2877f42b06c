package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An institution's own colours carry white text, or the start says why not. */
class InstitutionTest {

    @Test
    void aDarkColourIsTaken() {
        assertThat(new Institution("江城中心", "Jiangcheng", "", "#0b5345", "#7B241C").colour()).isEqualTo("#0b5345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffcc00", "#777777", "navy", "#fff", "#000000; } body { display: none"})
    void whatCannotBeReadOrIsNoColourIsRefused(String colour) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Institution("江城中心", "Jiangcheng", "", "#17405a", colour))
                .withMessageContaining("zhiping.institution.accent").withMessageContaining("对比度");
    }
}

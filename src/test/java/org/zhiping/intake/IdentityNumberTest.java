package org.zhiping.intake;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "440524188001010014", "810000199408230021",
            "830000199201300022"})
    void acceptsRightNumbers(String typed) {
        assertThat(IdentityNumber.of(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519490231002X", "99010519491231002X", "1101051949123100", "",
            "11010519491231002XX", "１1010519491231002X", "810001199408230021"})
    void refusesWrongOnes(String typed) {
        assertThat(IdentityNumber.of(typed)).isEmpty();
    }

    @Test
    void tellsBirthDateSexAndPermit() {
        IdentityNumber citizen = IdentityNumber.of("11010519491231002x").orElseThrow();
        assertThat(citizen.value()).isEqualTo("11010519491231002X");
        assertThat(citizen.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(citizen.sex()).isEqualTo("FEMALE");
        assertThat(citizen.isPermit()).isFalse();
        assertThat(IdentityNumber.of("810000199408230021").orElseThrow().isPermit()).isTrue();
    }
}

package org.zhiping.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployersTest {

    @ParameterizedTest
    @CsvSource({"甲传媒有限公司, 甲传媒有限公司, true", "'甲传媒（北京）有限公司', '甲传媒(北京) 有限公司', true", "ＡＢＣ传媒, abc传媒, true",
        "甲传媒有限责任公司, 甲传媒有限公司, true", "甲传媒, 甲传媒有限公司, false", "甲传媒有限公司, 甲传媒股份有限公司, false", "'', '', false",
        "'　', 甲传媒, false"})
    void namesAreComparedAsPeopleTypeThem(String one, String other, boolean same) {
        assertThat(Employers.same(one, Set.of(other))).isEqualTo(same);
        assertThat(Employers.same(other, Set.of(one))).isEqualTo(same);
    }
}

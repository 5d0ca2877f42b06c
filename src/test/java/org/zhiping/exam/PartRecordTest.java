package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartRecordTest {

    @ParameterizedTest
    @CsvSource({"179990000, 3, 2, 59.99", "180000000, 3, 2, 60.00", "179999999, 3, 2, 59.99", "179990000, 3, 0, 59", "200000000, 3, 2, 66.66",
            "59990000, 1, 1, 59.9", "59995000, 1, 2, 59.99"})
    void theMeanIsCutOffAndNeverRoundedUp(long sum, int scorers, int decimals, String shown) {
        PartRecord record = new PartRecord("ZP202600000001", "SKILL", Attendance.PRESENT, sum, scorers, decimals, Instant.EPOCH);
        assertThat(record.shown()).isEqualTo(shown);
    }
}

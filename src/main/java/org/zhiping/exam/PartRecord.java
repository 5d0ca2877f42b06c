package org.zhiping.exam;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What came of one part of one case. The score is the mean over the scorers; it is kept as its sum, because a mean may
 * have no end of decimals, and is compared as sum ≥ scorers × mark.
 *
 * @param scoreSumMillionths 0 unless the candidate was present
 * @param decimals           how many decimals a shown score has
 */
public record PartRecord(String caseNumber, String part, Attendance attendance, long scoreSumMillionths, int scorers,
                         int decimals, Instant recordedAt) {

    public BigDecimal scoreSum() {
        return Points.decimal(scoreSumMillionths);
    }

    /** The mean for people: cut off, never rounded up. */
    public String shown() {
        return mean(decimals).toPlainString();
    }

    /** The mean, cut off after so many decimals. */
    public BigDecimal mean(int decimals) {
        return Points.mean(scoreSumMillionths, scorers, decimals);
    }
}

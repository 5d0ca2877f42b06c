package org.zhiping.exam;

import java.math.BigDecimal;

/** The marks that a scorer may give and the mark that passes, as the standard or else the institution sets them. */
public record ScoreScale(int decimals, BigDecimal max, BigDecimal passMark) {

    static final int MOST_DECIMALS = 2;

    public ScoreScale {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("Scores have 0 to 2 decimals, not " + decimals);
        }
    }
}

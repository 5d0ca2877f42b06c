package org.zhiping.standard;

import java.math.BigDecimal;

/** The scale of every part's score; all null where the standard leaves it to the institution. */
public record Scoring(BigDecimal scaleMax, BigDecimal passMark, String rule, String text, String clause) {
}

package org.zhiping.standard;

import java.math.BigDecimal;

/** The scale that scores of one round use: the standard's, or the institution's where the standard is silent. */
public record Scale(BigDecimal max, BigDecimal passMark, int decimals) {
}

package org.zhiping.intake;

import org.zhiping.platform.process.ProcessMessage;

/** The round of a case was cancelled, and the case has ended with it. */
@ProcessMessage
public record RoundCancelled(String caseNumber) {
}

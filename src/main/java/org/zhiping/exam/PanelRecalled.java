package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** A member of the panel has to leave; the panel is to be appointed again. */
@ProcessMessage
public record PanelRecalled(String caseNumber, String part) {
}

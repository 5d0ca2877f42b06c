package org.zhiping.intake;

/** A returned application has been handed in again. */
public record MaterialsSupplemented(String caseNumber) {
}

package org.zhiping.certificate;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of the registry.
 *
 * @param direction empty where the standard has none
 * @param document  the PDF
 * @param statusOn  the day since which the status holds
 */
public record Certificate(String number, String caseNumber, String standard, String edition, String level,
                          String direction, Printed printed, UUID document, CertificateStatus status,
                          LocalDate statusOn) {
}

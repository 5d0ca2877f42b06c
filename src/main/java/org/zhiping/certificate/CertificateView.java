package org.zhiping.certificate;

import java.time.LocalDate;
import java.util.List;

/** What anybody learns who knows a certificate's number and its holder's name: what the paper says, and its status. */
public record CertificateView(String number, CertificateStatus status, LocalDate statusOn, String heading,
                              String institution, String holder, String idNumber, String occupation,
                              String standardTitle, String level, String direction, List<Printed.Mark> marks,
                              List<String> remarks, LocalDate issuedOn) {

    static CertificateView of(Certificate certificate) {
        Printed printed = certificate.printed();
        return new CertificateView(certificate.number(), certificate.status(), certificate.statusOn(), printed.heading(),
                printed.institution(), printed.holder(), printed.idNumber(), printed.occupation(), printed.standardTitle(),
                printed.level(), printed.direction(), printed.marks(), printed.remarks(), printed.issuedOn());
    }
}

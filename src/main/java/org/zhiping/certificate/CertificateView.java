package org.zhiping.certificate;

import java.time.LocalDate;
import java.util.List;
import org.zhiping.platform.Language;

/** What anybody learns who knows a certificate's number and its holder's name: what the paper says, in one of its languages, and its status. */
public record CertificateView(String number, CertificateStatus status, LocalDate statusOn, String heading,
                              String institution, String holder, String idNumber, String occupation,
                              String standardTitle, String level, String direction, List<Printed.Mark> marks,
                              List<String> remarks, LocalDate issuedOn) {

    static CertificateView of(Certificate certificate) {
        Printed printed = certificate.printed();
        Printed.English words = Language.english() ? printed.english() : new Printed.English(printed.heading(), printed.institution(),
                printed.occupation(), printed.standardTitle(), printed.level(), printed.direction());
        return new CertificateView(certificate.number(), certificate.status(), certificate.statusOn(), words.heading(),
                words.institution(), printed.holder(), printed.idNumber(), words.occupation(), words.standardTitle(),
                words.level(), words.direction(), printed.marks(), printed.remarks(), printed.issuedOn());
    }
}

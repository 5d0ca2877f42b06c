package org.zhiping.certificate;

import java.util.Optional;

/** The registry of all certificates. */
public interface Certificates {

    Optional<Certificate> ofCase(String caseNumber);

    /**
     * The public's question. A number that does not exist and a name that does not fit are answered alike.
     *
     * @param clientAddress remote address of the person asking; kept as a keyed hash only
     * @throws org.zhiping.platform.Refusal (TOO_MANY) when this address asks too often
     */
    Optional<CertificateView> lookup(String number, String name, String clientAddress);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    byte[] pdf(String number);
}

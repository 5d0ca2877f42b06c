package org.zhiping.certificate;

import java.time.Instant;
import java.util.Optional;

/** The rows of certificates: written once, their status changed, never deleted. */
interface Registry {

    /** A place in a series of numbers. */
    record Serial(String series, long value) {
    }

    /** Takes the next serial of a series; whoever asks next waits until this transaction ends. */
    Serial next(String series);

    void add(Certificate certificate, Serial serial, Instant at);

    Optional<Certificate> find(String number);

    Optional<Certificate> ofCase(String caseNumber);

    /** @param shown number of the certificate that was shown, or null */
    void noteLookup(String clientAddress, String shown, Instant at);
}

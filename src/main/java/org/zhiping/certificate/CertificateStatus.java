package org.zhiping.certificate;

/** Where a certificate stands. Its row stays whatever happens to it. */
public enum CertificateStatus {
    VALID, SUSPENDED, REVOKED, REPLACED
}

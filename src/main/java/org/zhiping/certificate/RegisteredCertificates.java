package org.zhiping.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Documents;
import org.zhiping.platform.Refusal;

/** Answers from the registry. */
@Component
class RegisteredCertificates implements Certificates {

    private static final int LONGEST = 200;
    private static final String NOBODY = "-";

    private final Registry registry;
    private final LookupLimit limit;
    private final Documents documents;
    private final Clock clock;

    RegisteredCertificates(Registry registry, LookupLimit limit, Documents documents, Clock clock) {
        this.registry = registry;
        this.limit = limit;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Optional<Certificate> ofCase(String caseNumber) {
        return registry.ofCase(caseNumber);
    }

    @Override
    @Transactional
    public Optional<CertificateView> lookup(String number, String name, String clientAddress) {
        if (!limit.allows(clientAddress)) {
            throw new Refusal(Refusal.Kind.TOO_MANY, List.of(new Refusal.Fault("", "lookup-too-often")));
        }
        Optional<Certificate> asked = registry.find(written(number));
        boolean fits = HolderName.same(asked.map(found -> found.printed().holder()).orElse(NOBODY), cut(name));
        Optional<Certificate> shown = asked.filter(found -> fits);
        registry.noteLookup(clientAddress, shown.map(Certificate::number).orElse(null), clock.instant());
        return shown.map(CertificateView::of);
    }

    @Override
    public byte[] pdf(String number) {
        Certificate certificate = registry.find(number).orElseThrow(() -> Refusal.notFound("certificate-not-found"));
        try (InputStream content = documents.open(certificate.document())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(String number) {
        return Normalizer.normalize(cut(number), Normalizer.Form.NFKC).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    private static String cut(String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length())).replace("\0", "");
    }
}

package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.certificate.CertificateView;
import org.zhiping.certificate.Certificates;
import org.zhiping.platform.Refusal;

/** The public's question about a certificate, for programs. */
@RestController
@Tag(name = "证书查询")
class CertificateLookupApi {

    private final Certificates certificates;

    CertificateLookupApi(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping("/api/v1/certificates")
    @SecurityRequirements
    @Operation(summary = "按证书编号与姓名查询证书", description = "两项都须与证书一致。查询次数有限制。")
    ResponseEntity<CertificateView> lookup(@RequestParam String number, @RequestParam String name, HttpServletRequest request) {
        CertificateView found = certificates.lookup(number, name, request.getRemoteAddr())
                .orElseThrow(() -> Refusal.notFound("certificate-not-found"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }
}

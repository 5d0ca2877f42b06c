package org.zhiping.page;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.platform.Institution;

/** Name and colours of the institution, for pages and for the Camunda apps, which know nothing of its settings. */
@RestController
class InstitutionLook {

    private final Institution institution;

    InstitutionLook(Institution institution) {
        this.institution = institution;
    }

    @GetMapping(value = "/css/institution.css", produces = "text/css")
    ResponseEntity<String> colours() {
        return ResponseEntity.ok().contentType(new MediaType("text", "css")).cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
                .body("html:root { --deep: %s; --seal: %s; }%n".formatted(institution.colour(), institution.accent()));
    }

    @GetMapping(value = "/desk/institution", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> name() {
        return Map.of("zh", institution.name(), "en", institution.nameEn());
    }
}

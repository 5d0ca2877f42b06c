package org.zhiping.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.certificate.Certificates;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Anybody checks a certificate. The question is posted, so that no name stays in a log or a browser's history. */
@Page
@RequestMapping("/lookup")
class LookupPage {

    private final Certificates certificates;
    private final Texts texts;

    LookupPage(Certificates certificates, Texts texts) {
        this.certificates = certificates;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String number) {
        return new ModelAndView("portal/lookup", Map.of("form", PageForm.of(Map.of("number", number)), "asked", false));
    }

    @PostMapping
    ModelAndView answer(@RequestParam String number, @RequestParam String name, HttpServletRequest request) {
        var form = PageForm.of(Map.of("number", number, "name", name));
        try {
            var model = new HashMap<String, Object>(Map.of("form", form, "asked", true));
            certificates.lookup(number, name, request.getRemoteAddr()).ifPresent(found -> model.put("found", found));
            return new ModelAndView("portal/lookup", model);
        } catch (Refusal refusal) {
            return new ModelAndView("portal/lookup", Map.of("form", form.with(texts, refusal), "asked", false),
                    HttpStatusCode.valueOf(refusal.kind().status()));
        }
    }
}

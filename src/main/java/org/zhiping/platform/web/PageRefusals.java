package org.zhiping.platform.web;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** A refusal that a page has no field for becomes a page that says so in words. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    private final Texts texts;

    PageRefusals(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        var status = HttpStatusCode.valueOf(refusal.kind().status());
        return new ModelAndView("error/refused", Map.of(
                "status", status.value(),
                "messages", refusal.faults().stream().map(texts::of).distinct().toList()), status);
    }
}

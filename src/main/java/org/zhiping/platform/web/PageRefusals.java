package org.zhiping.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** A refusal that a page has no field for becomes a page that says so in words; one in a frame of another page says it in short. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    /** Parameter of pages that can stand in a frame. */
    private static final String FRAMED = "framed";
    private static final String ROLE_MISSING = "role-missing";

    private final Texts texts;

    PageRefusals(Texts texts) {
        this.texts = texts;
    }

    /** Somebody did something to the same thing in the same moment. */
    @ExceptionHandler
    ModelAndView overtaken(ConcurrencyFailureException overtaken, HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, List.of(texts.of("problem.overtaken")), false);
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        return page(request, HttpStatusCode.valueOf(refusal.kind().status()), refusal.faults().stream().map(texts::of).distinct().toList(),
                refusal.getMessage().equals(ROLE_MISSING));
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatusCode status, List<String> messages, boolean role) {
        return new ModelAndView("true".equals(request.getParameter(FRAMED)) ? "error/refused-framed" : "error/refused",
                Map.of("status", status.value(), "messages", messages, "role", role), status);
    }
}

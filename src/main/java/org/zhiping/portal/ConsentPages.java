package org.zhiping.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.zhiping.consent.Consents;
import org.zhiping.consent.Purpose;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** What a person agrees to, to be read, given and withdrawn; the use of sensitive data is agreed to separately. */
@Page
@RequestMapping("/portal/consent")
class ConsentPages {

    /** Where the gate leads a form that was sent before its person had agreed. */
    static final String HELD = "/portal/consent/held";

    /** Before the page's own fields, where those of another form stand beside them. */
    private static final String OWN = "consent.";

    private final Consents consents;
    private final CurrentUser user;
    private final Texts texts;

    ConsentPages(Consents consents, CurrentUser user, Texts texts) {
        this.consents = consents;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String next) {
        return page(PageForm.of(Map.of("next", PortalPath.of(next))), 200);
    }

    @PostMapping
    ModelAndView give(@RequestParam String version, @RequestParam(defaultValue = "") String general,
                      @RequestParam(defaultValue = "") String sensitive, @RequestParam(defaultValue = "") String next, RedirectAttributes after) {
        try {
            if (general.isEmpty() || sensitive.isEmpty()) {
                throw Refusal.invalid(general.isEmpty() ? "general" : "sensitive", "consent-both");
            }
            consents.give(user.id(), version);
        } catch (Refusal refusal) {
            Map<String, String> values = Map.of("general", general, "sensitive", sensitive, "next", PortalPath.of(next));
            return page(PageForm.of(values).with(texts, refusal), refusal.kind().status());
        }
        after.addFlashAttribute("done", "portal.consent.given");
        return new ModelAndView("redirect:" + (PortalPath.of(next).isEmpty() ? "/portal/consent" : PortalPath.of(next)));
    }

    /**
     * Asks somebody whose form was sent before they had agreed. What they typed is kept in the page alone, and goes on with their
     * agreement to where they had sent it.
     */
    @PostMapping("/held")
    ModelAndView held(@RequestParam Map<String, String> fields, HttpServletRequest request) {
        if (request.getAttribute(FormPages.TRUNCATED) != null) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Refusal.Fault("", "form-too-large")));
        }
        if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String sentTo) {
            return held(fields, PageForm.of(Map.of(OWN + "next", PortalPath.of(sentTo))), 403);
        }
        try {
            for (String part : List.of("general", "sensitive")) {
                if (fields.getOrDefault(OWN + part, "").isEmpty()) {
                    throw Refusal.invalid(OWN + part, "consent-both");
                }
            }
            consents.give(user.id(), fields.getOrDefault(OWN + "version", ""));
        } catch (Refusal refusal) {
            return held(fields, PageForm.of(fields).with(texts, refusal), refusal.kind().status());
        }
        RedirectView on = new RedirectView(PortalPath.of(fields.getOrDefault(OWN + "next", "")));
        on.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
        return new ModelAndView(on);
    }

    private ModelAndView held(Map<String, String> fields, PageForm form, int status) {
        Map<String, String> typed = new LinkedHashMap<>(fields);
        typed.keySet().removeIf(name -> name.startsWith(OWN) || name.equals("_csrf"));
        return page(form, status).addObject("held", typed);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(RedirectAttributes after) {
        consents.withdraw(user.id());
        after.addFlashAttribute("done", "portal.consent.withdrawn");
        return new ModelAndView("redirect:/portal/consent");
    }

    private ModelAndView page(PageForm form, int status) {
        user.require(Role.APPLICANT);
        var text = consents.text();
        Map<String, Object> model = new HashMap<>(Map.of("form", form, "version", text.version(), "given", consents.givenByThemselves(user.id()),
                "general", text.paragraphs(Purpose.GENERAL, Language.now()), "sensitive", text.paragraphs(Purpose.SENSITIVE, Language.now()),
                "record", List.copyOf(consents.of(user.id()))));
        return new ModelAndView("portal/consent", model, HttpStatusCode.valueOf(status));
    }
}

package org.zhiping.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.ClaimFields;
import org.zhiping.intake.Difference;
import org.zhiping.intake.Intake;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.web.Page;

/**
 * The application form, kept as a draft however incomplete it is, with what the standard says to it beside. A browser with scripts
 * saves every change to {@code /draft} and is answered with what changes around the fields; without scripts the buttons do the same.
 */
@Page
@RequestMapping("/portal/applications/{caseNumber}/form")
class FormPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** Attribute of a request of which not every field was read. */
    static final String TRUNCATED = "org.apache.catalina.parameter_parse_failed";

    private final Intake intake;
    private final CurrentUser user;
    private final Drafting drafting;
    private final FormViews views;
    private final ReturnedViews returned;
    private final Clock clock;

    FormPages(Intake intake, CurrentUser user, Drafting drafting, FormViews views, ReturnedViews returned, Clock clock) {
        this.intake = intake;
        this.user = user;
        this.drafting = drafting;
        this.views = views;
        this.returned = returned;
        this.clock = clock;
    }

    /** @param check present: everything that is missing or wrong is shown, as if it had been handed in */
    @GetMapping
    ModelAndView form(@PathVariable String caseNumber, @RequestParam(required = false) String check) {
        var application = intake.open(user.id(), caseNumber);
        if (!application.status().editable()) {
            return new ModelAndView("redirect:/portal/applications/" + caseNumber);
        }
        if (!returned.of(application).opensForm()) {
            return new ModelAndView("redirect:/portal/applications/" + caseNumber + "/materials");
        }
        var form = ClaimsForm.showing(application);
        return page(application, form, check == null ? List.of() : intake.check(user.id(), caseNumber).faults(), List.of(), 200);
    }

    /** Where somebody who had to sign in again is sent: their form is still open beside. */
    @GetMapping("/signed-in")
    ModelAndView signedIn(@PathVariable String caseNumber) {
        return new ModelAndView("portal/signed-in", "application", intake.open(user.id(), caseNumber));
    }

    @PostMapping("/draft")
    ModelAndView draft(@PathVariable String caseNumber, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        var typed = whole(fields, request);
        var form = within(caseNumber, typed);
        try {
            var outcome = drafting.save(user.id(), caseNumber, form);
            var answer = views.answer(outcome, form, intake.check(user.id(), caseNumber), tooLong(typed));
            answer.addObject("at", TIME.format(LocalTime.now(clock)));
            answer.setStatus(HttpStatusCode.valueOf(outcome.saved() ? 200 : 409));
            return answer;
        } catch (Refusal refusal) {
            return views.refused(refusal);
        }
    }

    /** {@code act} is save, check, on, mine, theirs, {@code add:<list>} or {@code remove:<list>:<row>}. */
    @PostMapping
    ModelAndView save(@PathVariable String caseNumber, @RequestParam Map<String, String> fields,
                      @RequestParam(defaultValue = "save") String act, HttpServletRequest request, RedirectAttributes next) {
        var typed = whole(fields, request);
        var application = intake.open(user.id(), caseNumber);
        if (act.startsWith("add:") || act.startsWith("remove:")) {
            return page(application, typed.withRows(act.split(":")), List.of(), List.of(), 200).addObject("touched", act);
        }
        Drafting.Outcome outcome;
        try {
            outcome = drafting.save(user.id(), caseNumber, within(caseNumber, typed));
        } catch (Refusal refusal) {
            return page(application, typed, refusal.faults(), List.of(), refusal.kind().status());
        }
        if (!outcome.saved()) {
            return page(outcome.application(), typed, List.of(), outcome.open(), 409);
        }
        var tooLong = tooLong(typed);
        if (!tooLong.isEmpty()) {
            return page(outcome.application(), ClaimsForm.showing(outcome.application()), tooLong, List.of(), 400);
        }
        next.addFlashAttribute("done", "portal.form.saved");
        return new ModelAndView("redirect:/portal/applications/" + caseNumber
                + switch (act) {
                    case "on" -> "/materials";
                    case "check" -> "/form?check#eligibility";
                    default -> "/form";
                });
    }

    /** A form of which the server read only a part would empty the rest of the draft. */
    private static ClaimsForm whole(Map<String, String> fields, HttpServletRequest request) {
        if (request.getAttribute(TRUNCATED) != null) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Refusal.Fault("", "form-too-large")));
        }
        if (!fields.containsKey("version")) {
            throw Refusal.invalid("", "form-incomplete");
        }
        return new ClaimsForm(ClaimFields.current(fields));
    }

    private ClaimsForm within(String caseNumber, ClaimsForm typed) {
        return typed.tooLong().isEmpty() ? typed : typed.shortened(intake.open(user.id(), caseNumber).claims());
    }

    private static List<Refusal.Fault> tooLong(ClaimsForm typed) {
        return typed.tooLong().stream().map(field -> new Refusal.Fault(field, "claim-too-long", ClaimsForm.LONGEST)).toList();
    }

    private ModelAndView page(Application application, ClaimsForm form, List<Refusal.Fault> faults, List<Difference> open, int status) {
        var page = views.page(application, form, intake.check(user.id(), application.caseNumber()), faults, open);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}

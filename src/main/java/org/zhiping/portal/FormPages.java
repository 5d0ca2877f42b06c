package org.zhiping.portal;

import java.util.LinkedHashMap;
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
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The application form, kept as a draft however incomplete it is, with what the standard says to it beside. */
@Page
@RequestMapping("/portal/applications/{caseNumber}/form")
class FormPages {

    private final Intake intake;
    private final CurrentUser user;
    private final ClaimsForm claimsForm;
    private final FormChoices choices;
    private final CaseViews cases;
    private final SubjectNames names;
    private final Texts texts;

    FormPages(Intake intake, CurrentUser user, ClaimsForm claimsForm, FormChoices choices, CaseViews cases,
              SubjectNames names, Texts texts) {
        this.intake = intake;
        this.user = user;
        this.claimsForm = claimsForm;
        this.choices = choices;
        this.cases = cases;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView form(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        if (!application.status().editable()) {
            return new ModelAndView("redirect:/portal/applications/" + caseNumber);
        }
        return page(application, PageForm.of(claimsForm.fields(application.claims())), 200);
    }

    /** {@code act} is save, check, on, {@code add:<list>} or {@code remove:<list>:<row>}. */
    @PostMapping
    ModelAndView save(@PathVariable String caseNumber, @RequestParam Map<String, String> fields,
                      @RequestParam(defaultValue = "save") String act, @RequestParam Integer version, RedirectAttributes next) {
        var application = intake.open(user.id(), caseNumber);
        if (act.startsWith("add:") || act.startsWith("remove:")) {
            return page(application, PageForm.of(withRows(fields, act.split(":"))), 200).addObject("touched", act);
        }
        var claims = claimsForm.claims(fields);
        try {
            intake.save(user.id(), caseNumber, claims, version);
        } catch (Refusal refusal) {
            return page(application, PageForm.of(claimsForm.fields(claims)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "portal.form.saved");
        return new ModelAndView("redirect:/portal/applications/" + caseNumber
                + switch (act) {
                    case "on" -> "/materials";
                    case "check" -> "/form#eligibility";
                    default -> "/form";
                });
    }

    private Map<String, String> withRows(Map<String, String> fields, String... act) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        if (act[0].equals("add") && act.length == 2) {
            changed = new LinkedHashMap<>(claimsForm.fields(claimsForm.claims(fields)));
            changed.put(act[1] + "[" + ClaimsForm.rows(changed).getOrDefault(act[1], 0) + "].", "");
        } else if (act.length == 3) {
            changed.keySet().removeIf(field -> field.startsWith(act[1] + "[" + act[2] + "]."));
            changed = claimsForm.fields(claimsForm.claims(changed));
        }
        return changed;
    }

    private ModelAndView page(Application application, PageForm form, int status) {
        var model = new LinkedHashMap<String, Object>(choices.of(application));
        model.put("application", application);
        model.put("said", names.of(application));
        model.put("reason", application.status() == ApplicationStatus.RETURNED ? cases.returnReason(application) : "");
        model.put("form", form);
        model.put("rows", ClaimsForm.rows(form.values()));
        model.put("eligibility", intake.eligibility(user.id(), application.caseNumber()));
        return new ModelAndView("portal/form", model, HttpStatusCode.valueOf(status));
    }
}

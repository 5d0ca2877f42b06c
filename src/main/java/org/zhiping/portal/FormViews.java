package org.zhiping.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Difference;
import org.zhiping.intake.DraftCheck;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.ClaimSections;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageForm;

/** What the page of the application form shows, as a whole and after each save. */
@Component
class FormViews {

    /** A field that differs, in words; {@code field} is its name. */
    public record Choice(String field, String label, String mine, String theirs) {
    }

    private final FormChoices choices;
    private final CaseViews cases;
    private final ReturnedViews returned;
    private final SubjectNames names;
    private final ClaimSections sections;
    private final Texts texts;

    FormViews(FormChoices choices, CaseViews cases, ReturnedViews returned, SubjectNames names, ClaimSections sections, Texts texts) {
        this.choices = choices;
        this.cases = cases;
        this.returned = returned;
        this.names = names;
        this.sections = sections;
        this.texts = texts;
    }

    ModelAndView page(Application application, ClaimsForm form, DraftCheck check, List<Refusal.Fault> faults, List<Difference> open) {
        var page = new ModelAndView("portal/form");
        page.addAllObjects(choices.of(application));
        page.addObject("application", application).addObject("said", names.of(application))
                .addObject("reason", application.status() == ApplicationStatus.RETURNED ? cases.returnReason(application) : "")
                .addObject("form", new PageForm(form.fields(), faults.stream().map(this::line).toList()))
                .addObject("rows", form.rows()).addObject("returned", returned.of(application)).addObject("sections", sections.of(application));
        return around(page, application, check, open);
    }

    ModelAndView answer(Drafting.Outcome outcome, ClaimsForm form, DraftCheck check, List<Refusal.Fault> tooLong) {
        var answer = new ModelAndView("portal/draft").addObject("application", outcome.application())
                .addObject("answer", DraftAnswer.of(form, outcome.claims())).addObject("saved", outcome.saved())
                .addObject("base", outcome.saved() ? ClaimsForm.base(form.claims()) : form.fields().getOrDefault("base", ""))
                .addObject("refusal", "")
                .addObject("faults", Stream.concat(tooLong.stream(), check.faults().stream()).map(fault ->
                        new PageForm.Line(form.shown(fault.field()), texts.of(fault))).toList());
        return around(answer, outcome.application(), check, outcome.open());
    }

    /** Nothing was saved, and trying again would not help. */
    ModelAndView refused(Refusal refusal) {
        return new ModelAndView("portal/draft", Map.of("refusal", texts.of(refusal)), HttpStatusCode.valueOf(refusal.kind().status()));
    }

    private ModelAndView around(ModelAndView view, Application application, DraftCheck check, List<Difference> open) {
        return view.addObject("check", check).addObject("eligibility", check.eligibility())
                .addObject("condition", application.claims().condition())
                .addObject("choices", open.stream().map(one -> choice(application, one)).toList());
    }

    private Choice choice(Application application, Difference one) {
        return new Choice(one.field(), sections.label(one.field()), sections.words(application, one.field(), one.mine()),
                sections.words(application, one.field(), one.theirs()));
    }

    private PageForm.Line line(Refusal.Fault fault) {
        return new PageForm.Line(fault.field() == null ? "" : fault.field(), texts.of(fault));
    }
}

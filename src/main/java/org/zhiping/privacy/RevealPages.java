package org.zhiping.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** A masked detail is shown in full once, to whose work needs it, with a reason that stays on record. */
@Page
class RevealPages {

    private static final int PAGE = 50;

    /** One line of the record. */
    public record Line(Reveal reveal, String by) {
    }

    private final Reveals reveals;
    private final Applications applications;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Texts texts;

    RevealPages(Reveals reveals, Applications applications, Accounts accounts, CurrentUser user, Texts texts) {
        this.reveals = reveals;
        this.applications = applications;
        this.accounts = accounts;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/desk/cases/{caseNumber}/reveal")
    ModelAndView ask(@PathVariable String caseNumber) {
        user.require(PrivacyRoles.REVEALING);
        if (applications.find(caseNumber).status() == ApplicationStatus.DRAFT) {
            throw Refusal.notFound("application-not-found", caseNumber);
        }
        return page(caseNumber, PageForm.of(Map.of("what", RevealKind.ID_NUMBER.name())), "", 200);
    }

    /** Answered without a redirect: the detail is in this one answer, which nobody keeps, and in no address. */
    @PostMapping("/desk/cases/{caseNumber}/reveal")
    ModelAndView reveal(@PathVariable String caseNumber, @RequestParam RevealKind what, @RequestParam(defaultValue = "") String reason) {
        user.require(PrivacyRoles.REVEALING);
        PageForm form = PageForm.of(Map.of("what", what.name(), "reason", reason));
        try {
            return page(caseNumber, form, reveals.reveal(caseNumber, what, reason, user.id()), 200);
        } catch (Refusal refusal) {
            return page(caseNumber, form.with(texts, refusal), "", refusal.kind().status());
        }
    }

    @GetMapping("/desk/reveals")
    ModelAndView record(@RequestParam(defaultValue = "0") int page) {
        user.require(PrivacyRoles.WATCHING);
        int from = Math.max(page, 0);
        Map<String, String> names = new HashMap<>();
        List<Line> found = reveals.newest(PAGE + 1, (long) from * PAGE).stream().map(one -> new Line(one,
                names.computeIfAbsent(one.by(), accounts::nameOf))).toList();
        return new ModelAndView("privacy/reveals", Map.of("lines", found.stream().limit(PAGE).toList(), "more", found.size() > PAGE, "page", from));
    }

    private ModelAndView page(String caseNumber, PageForm form, String shown, int status) {
        List<Option> kinds = List.of(new Option("ID_NUMBER", texts.of("privacy.reveal.ID_NUMBER")), new Option("PHONE", texts.of("privacy.reveal.PHONE")));
        return new ModelAndView("privacy/reveal", Map.of("caseNumber", caseNumber, "form", form, "kinds", kinds, "shown", shown),
                HttpStatusCode.valueOf(status));
    }
}

package org.zhiping.portal;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.intake.SubjectNames;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.web.Page;

/** An applicant's own applications, with the latest notices. */
@Page
@RequestMapping("/portal")
class PortalPages {

    private static final int NEWS = 5;

    /** An application with what it is about; {@code progress} is null where the applicant has nothing to do. */
    public record Mine(Application application, String said, DraftProgress.Progress progress) {
    }

    private final Intake intake;
    private final Inbox inbox;
    private final CurrentUser user;
    private final SubjectNames names;
    private final DraftProgress progress;

    PortalPages(Intake intake, Inbox inbox, CurrentUser user, SubjectNames names, DraftProgress progress) {
        this.intake = intake;
        this.inbox = inbox;
        this.user = user;
        this.names = names;
        this.progress = progress;
    }

    @GetMapping
    String index(Model model) {
        List<Mine> cases = intake.mine(user.id()).stream().map(one -> new Mine(one, names.of(one), progress.of(one))).toList();
        model.addAttribute("cases", cases);
        model.addAttribute("entries", inbox.of(user.id()).stream().limit(NEWS).toList());
        return "portal/index";
    }
}

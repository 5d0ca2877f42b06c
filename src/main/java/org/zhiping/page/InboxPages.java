package org.zhiping.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.web.Page;

/** A person's notices; the portal and the desk have the same page. */
@Page
@RequestMapping({"/portal/inbox", "/desk/inbox"})
class InboxPages {

    /** Whoever leads those concerned gives the task to somebody else. */
    private static final String ESCALATED = "staff-escalated-overdue";
    /** Who is told so keeps out of the case, and its file opens to them no more; a lead hears of it too. */
    private static final Set<String> KEPT_OUT = Set.of("staff-act-voided", "staff-recused");

    /** A notice with the page that it is about; null when the person may not open that. */
    public record Line(Entry entry, String href) {
    }

    private final Inbox inbox;
    private final CurrentUser user;

    InboxPages(Inbox inbox, CurrentUser user) {
        this.inbox = inbox;
        this.user = user;
    }

    @GetMapping
    String inbox(Model model, HttpServletRequest request) {
        List<Line> lines = inbox.of(user.id()).stream().map(entry -> new Line(entry, href(entry))).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("unread", inbox.unread(user.id()));
        model.addAttribute("here", here(request));
        return "parts/inbox";
    }

    @PostMapping("/read")
    String readAll(HttpServletRequest request) {
        inbox.readAll(user.id());
        return "redirect:" + here(request);
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable long id, HttpServletRequest request) {
        inbox.read(user.id(), id);
        return "redirect:" + here(request);
    }

    private static String here(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/desk") ? "/desk/inbox" : "/portal/inbox";
    }

    private String href(Entry entry) {
        if (entry.number().isEmpty()) {
            return null;
        }
        if (!entry.forStaff()) {
            return "/portal/applications/" + entry.number();
        }
        if (entry.kind().equals(ESCALATED) && user.has(Role.TEAM_LEAD)) {
            return "/desk/assign/" + entry.number();
        }
        if (KEPT_OUT.contains(entry.kind()) && !user.has(Role.TEAM_LEAD)) {
            return null;
        }
        boolean reader = Arrays.stream(Role.values()).filter(role -> role.caseWork() || role == Role.SUPERVISOR).anyMatch(user::has);
        return reader ? (entry.aboutSession() ? "/desk/sessions/" : "/desk/cases/") + entry.number() : null;
    }
}

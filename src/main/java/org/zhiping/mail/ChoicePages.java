package org.zhiping.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.signup.Channels;

/** Everybody chooses which notices also reach them by message, as far as the routing leaves it to them. */
@Page
@RequestMapping("/account/notices")
class ChoicePages {

    /** @param fixed why it cannot be chosen, or empty */
    public record Cell(String field, boolean on, boolean optional, String fixed) {
    }

    public record Line(String kind, String name, Cell mail, Cell sms) {
    }

    private final NoticeEditing editing;
    private final Routing routing;
    private final NoticeChoices choices;
    private final Channels channels;
    private final Accounts accounts;
    private final CurrentUser user;
    private final DigestSettings digest;
    private final Texts texts;
    private final Clock clock;

    ChoicePages(NoticeEditing editing, Routing routing, NoticeChoices choices, Channels channels, Accounts accounts, CurrentUser user,
                DigestSettings digest, Texts texts, Clock clock) {
        this.editing = editing;
        this.routing = routing;
        this.choices = choices;
        this.channels = channels;
        this.accounts = accounts;
        this.user = user;
        this.digest = digest;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        Account account = accounts.find(user.id()).orElseThrow();
        Map<String, Map<Channel, Boolean>> chosen = choices.of(account.id());
        model.addAttribute("lines", kinds(account).stream().map(kind -> line(kind, chosen.getOrDefault(kind, Map.of()))).toList());
        model.addAttribute("mail", channels.mail());
        model.addAttribute("sms", channels.sms());
        model.addAttribute("staff", works(account));
        model.addAttribute("daily", choices.daily(account.id()));
        model.addAttribute("at", digest.at().toString());
        return "portal/notices";
    }

    /** What cannot be chosen is left as it is, whatever was sent. */
    @PostMapping
    @Transactional
    public String choose(@RequestParam(defaultValue = "") Set<String> on, @RequestParam(defaultValue = "false") boolean daily, RedirectAttributes next) {
        Account account = accounts.find(user.id()).orElseThrow();
        for (String kind : kinds(account)) {
            Routing.Ways ways = routing.of(kind, staff(kind));
            for (Channel channel : Channel.values()) {
                if (ways.optional(channel)) {
                    boolean wanted = on.contains(field(kind, channel));
                    choices.choose(account.id(), kind, channel, wanted == ways.by(channel) ? null : Boolean.valueOf(wanted));
                }
            }
        }
        choices.daily(account.id(), daily && works(account), clock.instant());
        next.addFlashAttribute("done", "notice.choice.saved");
        return "redirect:/account/notices";
    }

    private static boolean works(Account account) {
        return account.hasStaffRole();
    }

    private static boolean staff(String kind) {
        return kind.startsWith("staff-");
    }

    private List<String> kinds(Account account) {
        return editing.kinds().stream().filter(kind -> staff(kind) ? works(account) && !kind.equals(Digests.KIND) : account.has(Role.APPLICANT)).toList();
    }

    private Line line(String kind, Map<Channel, Boolean> chosen) {
        Routing.Ways ways = routing.of(kind, staff(kind));
        return new Line(kind, editing.name(kind), cell(kind, Channel.MAIL, ways, chosen), cell(kind, Channel.SMS, ways, chosen));
    }

    private Cell cell(String kind, Channel channel, Routing.Ways ways, Map<Channel, Boolean> chosen) {
        boolean optional = ways.optional(channel);
        String fixed = optional ? "" : texts.of(ways.by(channel) ? "notice.fixed.on" : "notice.fixed.off")
                + (ways.by(channel) && !ways.reason().isEmpty() ? texts.orElse("notice.fixed." + ways.reason(), "") : "");
        return new Cell(field(kind, channel), optional ? chosen.getOrDefault(channel, ways.by(channel)) : ways.by(channel), optional, fixed);
    }

    private static String field(String kind, Channel channel) {
        return kind + "." + channel.name();
    }
}

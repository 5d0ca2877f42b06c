package org.zhiping.exam;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Markdown;

/** What the forms of sessions and panels say above their fields, and the people they offer. */
@Component
class FormTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final SubjectNames names;
    private final Accounts accounts;
    private final Clock clock;

    FormTexts(Texts texts, SubjectNames names, Accounts accounts, Clock clock) {
        this.texts = texts;
        this.names = names;
        this.accounts = accounts;
        this.clock = clock;
    }

    String summary(ExamSession session) {
        SessionSubject subject = session.subject();
        List<String> lines = new ArrayList<>();
        lines.add(texts.of("exam.form.session", session.number(),
                Markdown.plain(names.of(subject.standard(), subject.edition(), subject.level(), subject.direction())),
                Markdown.plain(names.part(subject.standard(), subject.edition(), subject.part())), subject.round()));
        if (session.plan() != null) {
            SessionPlan plan = session.plan();
            lines.add(texts.of("exam.form.plan", shown(plan.startsAt()), String.valueOf(plan.minutes()), Markdown.plain(plan.room()),
                    String.valueOf(session.seats().size())));
        }
        if (session.verdict() != null && !session.verdict().verified()) {
            lines.add(texts.of("exam.form.sent-back", Markdown.plain(session.verdict().reason())));
        }
        return String.join("\n\n", lines);
    }

    String link(String code, ExamSession session, String page) {
        return Markdown.link(texts.of(code), "/desk/sessions/" + session.number() + page);
    }

    String summary(Application application, String part) {
        return String.join("\n\n",
                texts.of("exam.form.case", application.caseNumber(), Markdown.plain(MaskedName.of(application.applicantName())),
                        Markdown.plain(names.of(application)),
                        Markdown.plain(names.part(application.standard(), application.edition(), part))),
                Markdown.link(texts.of("exam.form.open-case"), "/desk/cases/" + application.caseNumber()));
    }

    String scale(Marking marking) {
        String scale = texts.of("exam.form.scale", marking.scale().max().toPlainString(), String.valueOf(marking.scale().decimals()));
        return marking.rubric().lines().isEmpty() ? scale
                : scale + texts.of(marking.rubric().weighted() ? "exam.form.lines-weighted" : "exam.form.lines-noted");
    }

    String membersNeeded(String number) {
        return texts.of("exam.form.members-needed", number);
    }

    /** @param needed by role of the session */
    String staffNeeded(int candidates, Map<String, String> needed) {
        return texts.of("exam.form.staff-needed", String.valueOf(candidates), needed.get("invigilators"), needed.get("scorers"));
    }

    /** Why a panel was recalled, each reason a paragraph of its own. */
    String recalls(List<String> reasons) {
        return reasons.stream().map(reason -> "\n\n" + texts.of("exam.form.recalled", Markdown.plain(reason))).collect(Collectors.joining());
    }

    String attendance(Attendance attendance) {
        return texts.of("exam.attendance." + attendance.id());
    }

    List<Map<String, String>> options(Role role) {
        return accounts.withRole(role).stream()
                .map(account -> option(account.name() + "（" + account.id() + "）", account.id())).toList();
    }

    String name(String account) {
        return accounts.nameOf(account);
    }

    static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private String shown(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }
}

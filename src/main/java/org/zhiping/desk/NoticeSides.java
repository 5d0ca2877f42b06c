package org.zhiping.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.notice.TemplateVersion;
import org.zhiping.platform.Language;

/** The words of a kind of notice in both languages, side by side. */
@Component
class NoticeSides {

    /**
     * One language of a kind.
     *
     * @param older   the other language was edited since, and this one was not
     * @param by      name and account of whoever edited it; empty for the program
     * @param program what an update of the program has changed in its own words since these were made; empty when nothing
     */
    public record Side(String tag, TemplateVersion current, boolean older, String by, List<TextDiff.Piece> program) {
    }

    /** @param sides Chinese first */
    public record Kind(String kind, String name, List<Side> sides) {
    }

    /** @param changes against the version before */
    public record Line(TemplateVersion version, String by, List<TextDiff.Piece> changes) {
    }

    private final NoticeEditing editing;
    private final Accounts accounts;

    NoticeSides(NoticeEditing editing, Accounts accounts) {
        this.editing = editing;
        this.accounts = accounts;
    }

    List<Kind> all() {
        return editing.current().entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
    }

    Kind of(String kind) {
        return of(kind, Language.ALL.stream().map(locale -> editing.current(kind, locale)).toList());
    }

    private Kind of(String kind, List<TemplateVersion> both) {
        return new Kind(kind, editing.name(kind), List.of(side(both.get(0), both.get(1)), side(both.get(1), both.get(0))));
    }

    private Side side(TemplateVersion current, TemplateVersion other) {
        return new Side(current.locale().toLanguageTag(), current, edited(current).isBefore(edited(other)), by(current), program(current));
    }

    /** Both languages saved at once are as old as each other. */
    private static Instant edited(TemplateVersion version) {
        return version.followsProgram() ? Instant.MIN : version.at();
    }

    private List<TextDiff.Piece> program(TemplateVersion current) {
        return editing.programChanged(current) ? TextDiff.of(current.shipped(), editing.program(current).shipped()) : List.of();
    }

    List<Line> history(String kind, Locale locale) {
        List<TemplateVersion> versions = editing.history(kind, locale);
        return versions.stream().map(version -> {
            int before = versions.indexOf(version) + 1;
            return new Line(version, by(version), before == versions.size() ? List.of()
                    : TextDiff.of(versions.get(before).text().whole(), version.text().whole()));
        }).toList();
    }

    private String by(TemplateVersion version) {
        return version.by() == null ? "" : accounts.find(version.by()).map(Account::name).map(name -> name + " (" + version.by() + ")").orElse(version.by());
    }
}

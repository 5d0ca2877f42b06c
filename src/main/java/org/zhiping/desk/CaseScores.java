package org.zhiping.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panel;
import org.zhiping.exam.PanelScore;
import org.zhiping.exam.Panels;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.Ticket;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.PartLines;
import org.zhiping.result.Result;
import org.zhiping.result.Results;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Part;

/** The scores in a case file: parts, panels, result. */
@Component
class CaseScores {

    private final Sessions sessions;
    private final PartLines lines;
    private final Panels panels;
    private final Results results;
    private final Packs packs;
    private final SubjectNames names;
    private final Accounts accounts;

    CaseScores(Sessions sessions, PartLines lines, Panels panels, Results results, Packs packs, SubjectNames names,
               Accounts accounts) {
        this.sessions = sessions;
        this.lines = lines;
        this.panels = panels;
        this.results = results;
        this.packs = packs;
        this.names = names;
        this.accounts = accounts;
    }

    List<Ticket> tickets(String caseNumber) {
        return sessions.tickets(caseNumber);
    }

    List<PartLines.Line> parts(Application application) {
        return lines.of(application);
    }

    List<CaseFile.PanelLine> panels(Application application, String person) {
        return packs.find(application.standard(), application.edition()).parts().stream()
                .filter(part -> part.conductedBy().equals(Part.PANEL))
                .flatMap(part -> panels.find(application.caseNumber(), part.code()).stream())
                .map(panel -> line(application, panel, person)).toList();
    }

    private CaseFile.PanelLine line(Application application, Panel panel, String person) {
        int decimals = panels.marking(application.caseNumber(), panel.part()).scale().decimals();
        return new CaseFile.PanelLine(part(application, panel.part()), panel.state(),
                panel.scoresSeenBy(person).entrySet().stream()
                        .map(given -> said(given.getKey(), given.getValue(), decimals)).toList(),
                panel.voidedSeenBy(person).stream().map(given -> said(given.member(), given.score(), decimals)).toList(),
                panels.recallReasons(panel), panel.minutes());
    }

    private CaseFile.MemberScore said(String member, PanelScore score, int decimals) {
        return new CaseFile.MemberScore(accounts.nameOf(member), score.marks().shown(decimals), score.opinion());
    }

    Result result(String caseNumber) {
        return results.of(caseNumber).orElse(null);
    }

    private String part(Application application, String part) {
        return names.part(application.standard(), application.edition(), part);
    }
}

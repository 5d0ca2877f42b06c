package org.zhiping.record;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.document.Paper;
import org.zhiping.document.Papers;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageTimes;

/** Gives a record away, as PDF/A or for programs, and writes down that it did. Whether the reader may open the case is the caller's question. */
@Component
public class RecordPapers {

    private static final List<String> WORDS = List.of("title", "case", "subject", "exported", "by", "position", "at", "who", "act", "basis", "chain",
            "entries", "last", "intact", "broken", "withheld", "taken-over", "erased", "note", "none");

    private final CaseRecords records;
    private final RecordViews views;
    private final SubjectNames names;
    private final Papers papers;
    private final Texts texts;
    private final PageTimes times;
    private final Institution institution;
    private final CurrentUser user;
    private final Accounts accounts;
    private final Clock clock;

    RecordPapers(CaseRecords records, RecordViews views, SubjectNames names, Papers papers, Texts texts, PageTimes times, Institution institution,
                 CurrentUser user, Accounts accounts, Clock clock) {
        this.records = records;
        this.views = views;
        this.names = names;
        this.papers = papers;
        this.texts = texts;
        this.times = times;
        this.institution = institution;
        this.user = user;
        this.accounts = accounts;
        this.clock = clock;
    }

    public byte[] pdf(Application application) {
        byte[] printed = papers.renderSpelled(new Paper("case-record.ftlh", model(views.forStaff(application), application), Map.of()));
        exported(application, "pdf");
        return printed;
    }

    public RecordExport export(Application application) {
        RecordExport export = RecordExport.of(application, records.find(application.caseNumber()), Sight.staff(user),
                institution.name(Language.CHINESE), clock.instant());
        exported(application, "json");
        return export;
    }

    private void exported(Application application, String format) {
        records.add(CaseAct.of(application.caseNumber(), "record-exported", user.id(), "", Map.of("format", format)));
    }

    private Map<String, Object> model(RecordViews.View view, Application application) {
        Map<String, Object> model = new HashMap<>();
        model.put("lang", Language.now().toLanguageTag());
        model.put("words", WORDS.stream().collect(Collectors.toMap(word -> word.replace('-', '_'), word -> texts.of("record.paper." + word))));
        model.put("institution", institution.name(Language.now()));
        model.put("caseNumber", view.caseNumber());
        model.put("subject", names.of(application));
        model.put("exported", times.when(clock.instant()) + " · " + times.zone());
        model.put("by", accounts.nameOf(user.id()) + " · " + user.id());
        model.put("count", texts.of("record.paper.count", view.lines().size() + view.withheld()));
        model.put("view", view);
        model.put("withheld", view.withheld() == 0 ? "" : texts.of("record.withheld", view.withheld()));
        model.put("fault", view.intact() ? "" : texts.of("record.broken", view.faultAt()));
        model.put("ats", view.lines().stream().map(line -> times.when(line.at())).toList());
        return model;
    }
}

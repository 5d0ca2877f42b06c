package org.zhiping.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.casework.CasePeople;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.notice.CaseNotices;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.process.StepNames;
import org.zhiping.review.ReviewRound;

/** Puts together what stands beside a task: the case file and how it came about, leaving out what is not meant for this person. */
@Component
class CasePanels {

    private static final List<String> OF_SCORES = List.of("approve-result", "answer-approver", "confirm-minutes");

    private final CaseFiles files;
    private final PanelLooks looks;
    private final CaseNotices notices;
    private final CasePeople people;
    private final StepNames steps;
    private final Accounts accounts;
    private final CurrentUser user;

    CasePanels(CaseFiles files, PanelLooks looks, CaseNotices notices, CasePeople people, StepNames steps, Accounts accounts, CurrentUser user) {
        this.files = files;
        this.looks = looks;
        this.notices = notices;
        this.people = people;
        this.steps = steps;
        this.accounts = accounts;
        this.user = user;
    }

    /** @param task id of the task it stands beside; null or one of another case opens it at the materials */
    CasePanel of(Application application, String task) {
        CaseFile file = files.of(application, user.id());
        List<CasePanel.Look> seen = looks.of(application);
        String wanted = file.tasks().stream().filter(line -> line.item().id().equals(task)).map(line -> line.item().key())
                .anyMatch(OF_SCORES::contains) ? "scores" : "materials";
        return new CasePanel(file, wanted, verdicts(seen), seen, notes(seen), user.hasAny(DeskRoles.PERSON) ? notices(application) : List.of(),
                people(application));
    }

    /** The verdicts alone, by material, the newest first. */
    Map<String, List<CasePanel.Verdict>> verdicts(Application application) {
        return verdicts(looks.of(application));
    }

    private static Map<String, List<CasePanel.Verdict>> verdicts(List<CasePanel.Look> looks) {
        return looks.stream().sorted(Comparator.comparing((CasePanel.Look look) -> look.round().number()).reversed())
                .flatMap(look -> look.verdicts().stream())
                .collect(Collectors.groupingBy(CasePanel.Verdict::material, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<String, String> notes(List<CasePanel.Look> looks) {
        Map<String, String> notes = new LinkedHashMap<>();
        if (user.hasAny(DeskRoles.PERSON)) {
            looks.stream().map(CasePanel.Look::round).map(ReviewRound::findings).flatMap(List::stream)
                    .filter(finding -> !finding.note().isEmpty()).forEach(finding -> notes.put(finding.fact(), finding.note()));
        }
        return notes;
    }

    /** What colleagues were told is theirs, and the supervisor's. */
    private List<CasePanel.Told> notices(Application application) {
        return notices.of(application.caseNumber()).stream()
                .filter(told -> !told.toStaff() || told.account().equals(user.id()) || user.has(Role.SUPERVISOR))
                .map(told -> new CasePanel.Told(told.toStaff() ? accounts.nameOf(told.account()) : application.applicantName(), told.toStaff(), told.subject(),
                        told.text(), told.at(), told.read())).toList();
    }

    /** Those who need not know each other see first characters. */
    private List<CasePanel.Deed> people(Application application) {
        boolean known = user.hasAny(DeskRoles.PERSON) || user.hasAny(DeskRoles.RESULTS);
        List<CasePanel.Deed> deeds = new ArrayList<>();
        people.of(application.caseNumber()).stream().filter(deed -> !deed.account().equals(application.applicant())).forEach(deed -> {
            String name = accounts.nameOf(deed.account());
            deeds.add(new CasePanel.Deed(steps.of(deed.task(), null), known || deed.account().equals(user.id()) ? name : MaskedName.of(name),
                    deed.session() == null ? "" : deed.session(), deed.at(), deed.voided()));
        });
        return deeds;
    }
}

package org.zhiping.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Candidate;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.ScoreSheet;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.Seat;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.process.Tasks;

/** Gathers what one person may see of exam sessions. */
@Component
class SessionDetails {

    /** One line of the list. */
    public record Line(ExamSession session, String subject) {
    }

    private static final Set<SessionState> REPLACEABLE = Set.of(SessionState.SEATED, SessionState.ATTENDED, SessionState.SCORED);

    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final Tasks tasks;
    private final TaskLines lines;
    private final Accounts accounts;
    private final CurrentUser user;

    SessionDetails(Sessions sessions, ScoreSheets sheets, Tasks tasks, TaskLines lines, Accounts accounts, CurrentUser user) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.tasks = tasks;
        this.lines = lines;
        this.accounts = accounts;
        this.user = user;
    }

    List<Line> all() {
        return sessions.all().stream().map(session -> new Line(session, lines.said(session))).toList();
    }

    SessionDetail of(ExamSession session, String person) {
        boolean scores = (user.has(Role.SCORE_VERIFIER) || user.has(Role.SUPERVISOR))
                && (session.state() == SessionState.SCORED || session.state() == SessionState.CLOSED);
        List<String> scorers = session.plan() == null ? List.of() : session.plan().scorers();
        return new SessionDetail(session, lines.said(session),
                session.plan() == null ? List.of() : session.plan().invigilators().stream().map(accounts::nameOf).toList(),
                scorers.stream().map(accounts::nameOf).toList(), rows(session, scores ? scorers : List.of()),
                lines.of(tasks.of(session.number()), person).stream().filter(line -> line.mine() || line.claimable()).toList(),
                scores, scorers.contains(person), user.hasAny(DeskRoles.CASES),
                user.has(Role.EXAM_OFFICER) && session.seats().stream().anyMatch(SessionDetails::seated),
                user.has(Role.EXAM_OFFICER) && REPLACEABLE.contains(session.state()));
    }

    private static boolean seated(Seat seat) {
        return seat.number() != null && seat.state() != Seat.State.RELEASED;
    }

    private List<SessionDetail.Row> rows(ExamSession session, List<String> shownScorers) {
        Map<String, String> names = sessions.candidates(session.number()).stream()
                .collect(Collectors.toMap(Candidate::caseNumber, Candidate::maskedName));
        Map<String, ScoreSheet> byScorer = shownScorers.isEmpty() ? Map.of()
                : sheets.all(session.number()).stream().collect(Collectors.toMap(ScoreSheet::scorer, sheet -> sheet));
        int decimals = sessions.scale(session.number()).decimals();
        List<SessionDetail.Row> rows = new ArrayList<>();
        session.seats().forEach(seat -> rows.add(new SessionDetail.Row(seat, names.getOrDefault(seat.caseNumber(), ""),
                shownScorers.stream().map(scorer -> given(byScorer.get(scorer), seat.caseNumber(), decimals)).toList())));
        return rows;
    }

    private static String given(ScoreSheet sheet, String caseNumber, int decimals) {
        return sheet == null || !sheet.marks().containsKey(caseNumber) ? "" : sheet.marks().get(caseNumber).shown(decimals);
    }
}

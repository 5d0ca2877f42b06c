package org.zhiping.exam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Keeps score sheets. The session's row is locked first, so that two scorers in the same second are both kept. */
@Component
@Transactional
class SheetOffice implements ScoreSheets {

    private final SessionTable sessions;
    private final SheetTable sheets;
    private final Markings markings;
    private final Impartiality impartiality;
    private final Clock clock;

    SheetOffice(SessionTable sessions, SheetTable sheets, Markings markings, Impartiality impartiality, Clock clock) {
        this.impartiality = impartiality;
        this.sessions = sessions;
        this.sheets = sheets;
        this.markings = markings;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public ScoreSheet of(String sessionNumber, String scorer) {
        checkScorer(sessions.find(sessionNumber).orElseThrow(() -> SessionTable.unknown(sessionNumber)), scorer);
        return sheets.find(sessionNumber, scorer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ScoreSheet> all(String sessionNumber) {
        return sheets.of(sessions.find(sessionNumber).orElseThrow(() -> SessionTable.unknown(sessionNumber)));
    }

    @Override
    public void enter(String sessionNumber, String scorer, Collection<SheetEntry> rows) {
        ExamSession session = scoring(sessionNumber, scorer);
        Marking marking = markings.of(session.subject());
        Map<String, Marks> entries = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        rows.forEach(row -> {
            try {
                entries.put(row.caseNumber(), marks(session, row, marking));
            } catch (Refusal refusal) {
                faults.addAll(refusal.faults());
            }
        });
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        ScoreSheet sheet = sheets.find(sessionNumber, scorer);
        sheet.enter(entries);
        sheets.save(sheet);
    }

    @Override
    public void enter(String sessionNumber, String scorer, Map<String, ?> totals) {
        enter(sessionNumber, scorer, totals.entrySet().stream()
                .map(total -> new SheetEntry(total.getKey(), total.getValue(), Map.of())).toList());
    }

    private static Marks marks(ExamSession session, SheetEntry row, Marking marking) {
        String caseNumber = row.caseNumber();
        Seat seat = session.seat(caseNumber).orElseThrow(() -> Refusal.invalid(caseNumber, "not-a-candidate", caseNumber));
        Marks marks = marking.read(caseNumber, caseNumber + ".", row.total(), row.lines());
        if (!marks.empty() && (!seat.present() || !seat.live())) {
            throw Refusal.invalid(caseNumber, "score-not-present", seat.number());
        }
        return marks;
    }

    @Override
    public void confirm(String sessionNumber, String scorer) {
        ExamSession session = scoring(sessionNumber, scorer);
        ScoreSheet sheet = sheets.find(sessionNumber, scorer);
        sheet.confirm(session.present(), clock.instant());
        sheets.saveHead(sheet);
        if (sheets.of(session).stream().allMatch(ScoreSheet::confirmed)) {
            session.scored();
            sessions.save(session);
        }
    }

    private ExamSession scoring(String sessionNumber, String scorer) {
        ExamSession session = sessions.lock(sessionNumber);
        checkScorer(session, scorer);
        session.checkScoring();
        impartiality.require(scorer, "enter-scores", session.present().stream().map(Seat::caseNumber).toList());
        return session;
    }

    private static void checkScorer(ExamSession session, String person) {
        if (session.plan() == null || !session.plan().scorers().contains(person)) {
            throw Refusal.forbidden("not-a-scorer", session.number());
        }
    }
}

package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Score sheets as the rows of a table, in seat order. */
@Component
class SheetRows {

    private final Sessions sessions;
    private final FormTexts texts;

    SheetRows(Sessions sessions, FormTexts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    /** What one scorer has entered. */
    List<Map<String, String>> of(ExamSession session, ScoreSheet sheet) {
        int decimals = sessions.scale(session.number()).decimals();
        Map<String, String> names = names(session);
        return seats(session).stream().map(seat -> Map.of("caseNumber", seat.caseNumber(),
                "name", names.get(seat.caseNumber()), "seat", String.valueOf(seat.number()),
                "score", seat.present() ? shown(sheet, seat, decimals) : texts.attendance(seat.attendance()))).toList();
    }

    /** What all scorers have entered, and the mean of it. */
    List<Map<String, String>> of(ExamSession session, List<ScoreSheet> sheets) {
        int decimals = sessions.scale(session.number()).decimals();
        Map<String, String> names = names(session);
        return seats(session).stream().map(seat -> Map.of("caseNumber", seat.caseNumber(),
                "name", names.get(seat.caseNumber()), "seat", String.valueOf(seat.number()),
                "attendance", texts.attendance(seat.attendance()),
                "scores", seat.present() ? sheets.stream().map(sheet -> texts.name(sheet.scorer()) + " "
                        + shown(sheet, seat, decimals)).collect(Collectors.joining("；")) : "",
                "mean", seat.present() ? mean(sheets, seat, decimals) : "")).toList();
    }

    private static List<Seat> seats(ExamSession session) {
        return session.seats().stream().filter(seat -> seat.state() != Seat.State.RELEASED && seat.attendance() != null)
                .filter(seat -> session.state() == SessionState.CLOSED || seat.live()).toList();
    }

    private Map<String, String> names(ExamSession session) {
        return sessions.candidates(session.number()).stream()
                .collect(Collectors.toMap(Candidate::caseNumber, Candidate::maskedName));
    }

    private static String shown(ScoreSheet sheet, Seat seat, int decimals) {
        Marks marks = sheet.marks().get(seat.caseNumber());
        return marks == null ? "" : marks.shown(decimals);
    }

    private static String mean(List<ScoreSheet> sheets, Seat seat, int decimals) {
        List<Points> given = sheets.stream().map(sheet -> sheet.scores().get(seat.caseNumber())).toList();
        return given.stream().anyMatch(Objects::isNull) ? "" : Points.mean(
                given.stream().mapToLong(Points::millionths).sum(), given.size(), decimals).toPlainString();
    }
}

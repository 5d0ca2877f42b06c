package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.Submitted;

/** An invigilator records who came. */
@Component
class RecordAttendanceForm implements FormHandler {

    private final Sessions sessions;
    private final FormTexts texts;

    RecordAttendanceForm(Sessions sessions, FormTexts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "record-attendance";
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        ExamSession session = sessions.find(task.variable("sessionNumber"));
        Map<String, Candidate> people = sessions.candidates(session.number()).stream()
                .collect(Collectors.toMap(Candidate::caseNumber, Function.identity()));
        List<Map<String, String>> rows = session.seats().stream().filter(Seat::live)
                .map(seat -> Map.of("caseNumber", seat.caseNumber(), "name", people.get(seat.caseNumber()).maskedName(),
                        "seat", String.valueOf(seat.number()))).toList();
        return Map.of("sessionSummary", texts.summary(session), "candidates", rows);
    }

    @Override
    public String complete(FormTask task, Map<String, Object> values) {
        List<AttendanceMark> marks = new Submitted(values).rows("candidates").stream().map(row ->
                new AttendanceMark(row.text("caseNumber"), attendance(row), row.text("note"))).toList();
        sessions.recordAttendance(task.variable("sessionNumber"), marks, task.person());
        return null;
    }

    private static Attendance attendance(Submitted row) {
        return Attendance.of(row.text("attendance"))
                .orElseThrow(() -> Refusal.invalid("candidates", "attendance-unknown", row.text("caseNumber")));
    }
}

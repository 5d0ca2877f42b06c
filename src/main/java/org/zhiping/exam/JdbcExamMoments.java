package org.zhiping.exam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExamMoments implements ExamMoments {

    private final JdbcClient jdbc;

    JdbcExamMoments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Instant> ofSessions(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : jdbc.sql("""
                select number, starts_at from exam_session where number = any(:numbers) and starts_at is not null
                """).param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("number"), row.getObject("starts_at", OffsetDateTime.class).toInstant())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<CasePart, Instant> ofPanels(Collection<String> caseNumbers) {
        return of(caseNumbers, """
                select distinct on (case_number, part) case_number, part, held_at as at from panel
                where case_number = any(:cases) order by case_number, part, id desc
                """);
    }

    @Override
    public Map<CasePart, Instant> ofTickets(Collection<String> caseNumbers) {
        return of(caseNumbers, """
                select t.case_number, s.part, max(e.starts_at) as at
                from admission_ticket t join exam_seat s using (session_number, case_number) join exam_session e on e.number = t.session_number
                where t.case_number = any(:cases) group by t.case_number, s.part
                """);
    }

    private Map<CasePart, Instant> of(Collection<String> caseNumbers, String question) {
        return caseNumbers.isEmpty() ? Map.of() : jdbc.sql("select * from (" + question + ") found where at is not null")
                .param("cases", caseNumbers.toArray(String[]::new))
                .query((row, n) -> Map.entry(new CasePart(row.getString("case_number"), row.getString("part")),
                        row.getObject("at", OffsetDateTime.class).toInstant())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

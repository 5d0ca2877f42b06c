package org.zhiping.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Texts;
import org.zhiping.result.PartOutcome;
import org.zhiping.result.Results;

/** What came of the parts of a case. Who may see it is decided by the caller. */
@Component
public class PartLines {

    /** @param score truncated mean; empty where nothing was scored */
    public record Line(String part, String attendance, String score, String outcome) {
    }

    private final PartRecords records;
    private final Results results;
    private final SubjectNames names;
    private final Texts texts;

    PartLines(PartRecords records, Results results, SubjectNames names, Texts texts) {
        this.records = records;
        this.results = results;
        this.names = names;
        this.texts = texts;
    }

    public List<Line> of(Application application) {
        Map<String, String> outcomes = results.parts(application.caseNumber()).stream()
                .collect(Collectors.toMap(PartOutcome::part, PartOutcome::outcome, (first, again) -> again));
        return records.of(application.caseNumber()).stream().map(record -> new Line(
                names.part(application.standard(), application.edition(), record.part()),
                texts.of("exam.attendance." + record.attendance().id()), record.scorers() == 0 ? "" : record.shown(),
                outcomes.containsKey(record.part()) ? texts.of("result.outcome." + outcomes.get(record.part())) : "")).toList();
    }
}

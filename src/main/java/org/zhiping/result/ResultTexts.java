package org.zhiping.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.PartRecord;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Markdown;

/** What the forms of a result show. */
@Component
class ResultTexts {

    private final Texts texts;
    private final SubjectNames names;
    private final Applications applications;
    private final Results results;
    private final PartRecords records;

    ResultTexts(Texts texts, SubjectNames names, Applications applications, Results results, PartRecords records) {
        this.texts = texts;
        this.names = names;
        this.applications = applications;
        this.results = results;
        this.records = records;
    }

    /** The case, its proposed outcome, and what approver and verifier have said so far. */
    String summary(String caseNumber) {
        Application application = applications.find(caseNumber);
        List<String> lines = new ArrayList<>();
        lines.add(texts.of("result.form.case", caseNumber, Markdown.plain(MaskedName.of(application.applicantName())),
                Markdown.plain(names.of(application))));
        results.of(caseNumber).ifPresent(result -> {
            lines.add(texts.of("result.form.proposed", texts.of("result.outcome." + result.outcome())));
            result.decisions().stream().filter(decision -> decision.answer() != null).forEach(decision -> lines.add(
                    texts.of("result.form.answered", Markdown.plain(decision.reason()), Markdown.plain(decision.answer()))));
        });
        lines.add(Markdown.link(texts.of("result.form.open-case"), "/desk/cases/" + caseNumber));
        return String.join("\n\n", lines);
    }

    String reason(String caseNumber) {
        return results.of(caseNumber).flatMap(Result::last)
                .map(decision -> texts.of("result.form.reason", Markdown.plain(decision.reason()))).orElse("");
    }

    List<Map<String, String>> parts(String caseNumber) {
        Application application = applications.find(caseNumber);
        return results.parts(caseNumber).stream().map(part -> Map.of(
                "part", names.part(application.standard(), application.edition(), part.part()),
                "score", records.find(caseNumber, part.part()).filter(record -> record.attendance() == Attendance.PRESENT)
                        .map(PartRecord::shown).orElse("—"),
                "outcome", texts.of("result.outcome." + part.outcome()))).toList();
    }
}

package org.zhiping.record;

import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;

/** The record of a case as its reader may see it. Whether they may open the case at all is the caller's question. */
@Component
public class RecordViews {

    private static final int DIGITS = 12;

    private final CaseRecords records;
    private final RecordTexts texts;
    private final CurrentUser user;

    RecordViews(CaseRecords records, RecordTexts texts, CurrentUser user) {
        this.records = records;
        this.texts = texts;
        this.user = user;
    }

    /** @param withheld how many entries are not for this reader */
    public record View(String caseNumber, List<RecordLine> lines, int withheld, boolean intact, int faultAt, String lastHash) {

        /** The last so many, the newest first. */
        public List<RecordLine> newest(int most) {
            List<RecordLine> last = lines.subList(Math.max(0, lines.size() - most), lines.size());
            return last.stream().sorted((one, other) -> Integer.compare(other.position(), one.position())).toList();
        }
    }

    /** For the member of staff behind the request. */
    public View forStaff(Application application) {
        return view(application, records.find(application.caseNumber()), Sight.staff(user));
    }

    /** For the applicant, whose case it is: in plain words and without names of staff. */
    public View forApplicant(Application application) {
        return view(application, records.find(application.caseNumber()), Sight.ofApplicant(application.applicant()));
    }

    View view(Application application, CaseRecord record, Sight sight) {
        List<RecordLine> lines = record.entries().stream().filter(sight::sees).map(entry -> line(application, entry, sight)).toList();
        return new View(record.caseNumber(), lines, record.entries().size() - lines.size(), record.intact(),
                record.intact() ? 0 : record.fault().position(), record.lastHash());
    }

    private RecordLine line(Application application, Entry entry, Sight sight) {
        boolean named = sight.named(entry) && !sight.masked(entry) && entry.actor() != null && !sight.applicant();
        return new RecordLine(entry.position(), entry.at(), texts.title(entry, sight.applicant()), texts.subject(entry), texts.who(entry, sight),
                named ? entry.actor() : "", sight.applicant() ? "" : texts.role(entry.role()),
                texts.details(application, entry, sight.unveiled(entry) || sight.applicant() && RecordTexts.milestone(entry.kind()).isPresent()),
                texts.basis(entry, sight.applicant()), entry.takenOver(), entry.erased(), HexFormat.of().formatHex(entry.hash()).substring(0, DIGITS));
    }
}

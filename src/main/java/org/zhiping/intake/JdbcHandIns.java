package org.zhiping.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what was handed in; each is written once. */
@Repository
class JdbcHandIns implements HandIns {

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final Files files;
    private final Clock clock;

    JdbcHandIns(JdbcClient jdbc, ApplicationRows rows, Files files, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void keep(Application application) {
        jdbc.sql("""
                insert into hand_in (case_number, number, handed_in_at, claims)
                select :case, coalesce(max(number), 0) + 1, :at, :claims from hand_in where case_number = :case
                """)
                .param("case", application.caseNumber()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("claims", rows.seal(application.claims())).update();
    }

    @Override
    public List<HandIn> of(String caseNumber) {
        return jdbc.sql("select number, handed_in_at, claims from hand_in where case_number = :case order by number").param("case", caseNumber)
                .query((row, n) -> new HandIn(row.getInt("number"), row.getObject("handed_in_at", OffsetDateTime.class).toInstant(),
                        rows.claims(row.getString("claims")))).list();
    }

    @Override
    public List<Resubmission> resubmissions(Application application) {
        List<HandIn> handIns = of(application.caseNumber());
        if (handIns.size() < 2) {
            return List.of();
        }
        List<AttachedFile> current = files.of(application.caseNumber());
        List<EarlierFile> earlier = files.earlier(application.caseNumber());
        List<Resubmission> again = new ArrayList<>();
        for (int i = 1; i < handIns.size(); i++) {
            HandIn before = handIns.get(i - 1);
            HandIn after = handIns.get(i);
            boolean known = before.claims() != null && after.claims() != null;
            again.add(new Resubmission(after.number(), after.at(), known,
                    known ? ClaimChanges.between(before.claims(), after.claims()) : List.of(),
                    FileChanges.between(before.at(), after.at(), current, earlier)));
        }
        return again;
    }
}

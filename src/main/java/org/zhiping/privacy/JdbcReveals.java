package org.zhiping.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.PersonIndex;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

@Repository
class JdbcReveals implements Reveals {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final PersonIndex persons;
    private final Vault vault;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcReveals(JdbcClient jdbc, Applications applications, PersonIndex persons, Vault vault, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.applications = applications;
        this.persons = persons;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String reveal(String caseNumber, RevealKind what, String reason, String by) {
        Application application = applications.find(caseNumber);
        if (application.status() == ApplicationStatus.DRAFT) {
            throw Refusal.notFound("application-not-found", caseNumber);
        }
        if (persons.isOwn(by, application)) {
            throw Refusal.forbidden("own-case");
        }
        String said = reason == null ? "" : reason.strip();
        if (said.length() < SHORTEST || said.length() > LONGEST) {
            throw Refusal.invalid("reason", "reveal-reason", SHORTEST, LONGEST);
        }
        jdbc.sql("""
                insert into reveal (case_number, applicant, what, revealed_by, reason, revealed_at)
                values (:case, :applicant, :what, :by, :reason, :at)
                """)
                .param("case", caseNumber).param("applicant", application.applicant()).param("what", what.name()).param("by", by)
                .param("reason", vault.encrypt(said)).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        events.publishEvent(CaseAct.of(caseNumber, "personal-data-revealed", by, "", Map.of("what", what.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        return what.of(application.claims().person());
    }

    @Override
    public List<Reveal> newest(int limit, long offset) {
        return jdbc.sql("select * from reveal order by id desc limit :limit offset :offset").param("limit", limit).param("offset", offset)
                .query(this::reveal).list();
    }

    @Override
    public List<Reveal> ofApplicant(String account) {
        return jdbc.sql("select * from reveal where applicant = :account order by id").param("account", account).query(this::reveal).list();
    }

    private Reveal reveal(ResultSet row, int n) throws SQLException {
        return new Reveal(row.getLong("id"), row.getString("case_number"), row.getString("applicant"), RevealKind.valueOf(row.getString("what")),
                row.getString("revealed_by"), vault.decrypt(row.getString("reason")),
                row.getObject("revealed_at", OffsetDateTime.class).toInstant());
    }
}

package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;

/** Rows of applications. */
@Repository
class JdbcApplications implements Applications {

    record Known(String caseNumber) {
    }

    private record Locked(String caseNumber) {
    }

    private static final String RESTATED = ", claims = :claims, confirmation = :confirmation, person_fingerprint = :fingerprint";

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final Clock clock;

    JdbcApplications(JdbcClient jdbc, ApplicationRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    Application start(Round round, String level, String direction, String applicant, String name) {
        long serial = jdbc.sql("select nextval('case_number')").query(Long.class).single();
        Application draft = Application.draft("ZP%d%08d".formatted(LocalDate.now(clock).getYear(), serial),
                new Application.Subject(round.number(), round.standard(), round.edition(), level, direction), applicant, name);
        write(jdbc.sql("""
                insert into application (case_number, round_number, standard, edition, level, direction, applicant,
                                         applicant_name, status, claims, confirmation, started_at)
                values (:caseNumber, :round, :standard, :edition, :level, :direction, :applicant, :name, :status, :claims,
                        :confirmation, :startedAt)
                """)
                .param("round", round.number()).param("standard", round.standard()).param("edition", round.edition())
                .param("level", level).param("direction", direction).param("applicant", applicant)
                .param("name", rows.seal(name)).param("startedAt", utc(clock.instant())).param("caseNumber", draft.caseNumber())
                .param("status", draft.status().name()).param("claims", rows.seal(draft.claims()))
                .param("confirmation", rows.seal(draft.confirmation())));
        return draft;
    }

    @Override
    public Application find(String caseNumber) {
        return OncePerTransaction.of(new Known(caseNumber), () -> read(caseNumber, "")).copy();
    }

    @Override
    public List<Application> find(Collection<String> caseNumbers) {
        Map<String, Application> found = jdbc.sql("select * from application where case_number = any(:caseNumbers)")
                .param("caseNumbers", caseNumbers.toArray(String[]::new)).query(rows).list().stream()
                .collect(Collectors.toMap(Application::caseNumber, application -> application));
        found.forEach((caseNumber, application) -> OncePerTransaction.know(new Known(caseNumber), application));
        return caseNumbers.stream().map(caseNumber -> Optional.ofNullable(found.get(caseNumber))
                .orElseThrow(() -> Refusal.notFound("application-not-found")).copy()).toList();
    }

    @Override
    public Application lock(String caseNumber) {
        OncePerTransaction.of(new Locked(caseNumber), () -> {
            OncePerTransaction.know(new Known(caseNumber), read(caseNumber, " for update"));
            return true;
        });
        return find(caseNumber);
    }

    private Application read(String caseNumber, String clause) {
        return jdbc.sql("select * from application where case_number = :caseNumber" + clause).param("caseNumber", caseNumber)
                .query(rows).optional().orElseThrow(() -> Refusal.notFound("application-not-found"));
    }

    @Override
    public void save(Application application) {
        if (progress(application) == 0) {
            throw Refusal.conflict("application-changed-meanwhile", application.caseNumber());
        }
        OncePerTransaction.know(new Known(application.caseNumber()), application.saved());
    }

    /** Most steps only move the case on; what it claims is encrypted and written again only where it has changed. */
    private int progress(Application application) {
        StatementSpec update = jdbc.sql("""
                update application set status = :status, submitted_at = :submittedAt, supplement_until = :supplementUntil,
                       version = version + 1%s
                where case_number = :caseNumber and version = :version
                """.formatted(application.restated() ? RESTATED : ""))
                .param("caseNumber", application.caseNumber()).param("status", application.status().name())
                .param("submittedAt", utc(application.submittedAt()))
                .param("supplementUntil", utc(application.supplementUntil())).param("version", application.version());
        return write(!application.restated() ? update : update
                .param("fingerprint", rows.fingerprint(application.claims()))
                .param("claims", rows.seal(application.claims())).param("confirmation", rows.seal(application.confirmation())));
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException second) {
            throw Refusal.conflict("application-already-open");
        }
    }

    @Override
    public List<Application> ofApplicant(String account) {
        return jdbc.sql("select * from application where applicant = :applicant order by case_number desc")
                .param("applicant", account).query(rows).list();
    }

    @Override
    public List<Application> accepted(String standard, String edition, String level, String direction) {
        return jdbc.sql("""
                select * from application where status = 'ACCEPTED' and standard = :standard and edition = :edition
                   and level = :level and (cast(:direction as text) is null or direction = :direction) order by case_number
                """)
                .param("standard", standard).param("edition", edition).param("level", level).param("direction", direction)
                .query(rows).list();
    }

    @Override
    public List<Application> page(ApplicationStatus status, int limit, long offset) {
        return jdbc.sql("""
                select * from application
                where submitted_at is not null and (cast(:status as text) is null or status = :status)
                order by case_number desc limit :limit offset :offset
                """)
                .param("status", status == null ? null : status.name()).param("limit", limit).param("offset", offset)
                .query(rows).list();
    }

    @Override
    public List<Tally> tally() {
        return jdbc.sql("""
                select standard, edition, level, status, count(*) as n from application
                group by standard, edition, level, status order by standard, edition, level, status
                """)
                .query((row, number) -> new Tally(row.getString("standard"), row.getString("edition"), row.getString("level"),
                        ApplicationStatus.valueOf(row.getString("status")), row.getLong("n"))).list();
    }

    @Override
    public Optional<UUID> photo(String caseNumber) {
        return jdbc.sql("""
                select document from application_file where case_number = :caseNumber and material = 'PHOTO' and ended_at is null
                order by attached_at desc limit 1
                """)
                .param("caseNumber", caseNumber).query(UUID.class).optional();
    }

    /** Levels of the standard for which this person has a certificate from us. */
    List<String> certifiedLevels(Application application) {
        return jdbc.sql("""
                select level from application
                where person_fingerprint = :fingerprint and standard = :standard and status = 'CERTIFIED'
                """)
                .param("fingerprint", rows.fingerprint(application.claims())).param("standard", application.standard())
                .query(String.class).list();
    }

    /** Other applications of this person for this standard that are under way or certified; empty while their document is not readable. */
    List<Application> ofSamePerson(Application application) {
        String fingerprint = rows.fingerprint(application.claims());
        return fingerprint == null ? List.of() : jdbc.sql("""
                select * from application
                where person_fingerprint = :fingerprint and standard = :standard and case_number <> :caseNumber
                  and status in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED', 'APPROVED', 'CERTIFIED')
                order by case_number
                """)
                .param("fingerprint", fingerprint).param("standard", application.standard())
                .param("caseNumber", application.caseNumber()).query(rows).list();
    }

    /** The first open case after this one whose round was cancelled. */
    Optional<String> toCancel(String after) {
        return jdbc.sql("""
                select a.case_number from round r join application a on a.round_number = r.number
                where r.status = 'CANCELLED' and a.status in (:open) and a.case_number > :after order by a.case_number limit 1
                """)
                .param("open", ApplicationStatus.UNDER_WAY.stream().map(Enum::name).toList()).param("after", after)
                .query(String.class).optional();
    }

    /** Locked; empty when somebody works on it or it has ended. */
    Optional<Application> lockToCancel(String caseNumber) {
        Optional<Application> found = jdbc.sql("""
                select * from application where case_number = :caseNumber and status in (:open) for update skip locked
                """)
                .param("open", ApplicationStatus.UNDER_WAY.stream().map(Enum::name).toList()).param("caseNumber", caseNumber)
                .query(rows).optional();
        found.ifPresent(application -> {
            OncePerTransaction.know(new Known(caseNumber), application);
            OncePerTransaction.know(new Locked(caseNumber), true);
        });
        return found.map(Application::copy);
    }

    /**
     * A draft, after this case number, of a round that takes no more applications, or one that nobody was reminded of and
     * that was begun before today while its round closes soon. It is locked; one that somebody works on is passed over.
     *
     * @param soon rounds that close before this moment close soon
     */
    Optional<Application> draftToEnd(String after, Instant now, Instant today, Instant soon) {
        return jdbc.sql("""
                select a.* from application a join round r on r.number = a.round_number
                where a.status = 'DRAFT' and a.case_number > :after and r.status <> 'CANCELLED'
                  and (r.closes_at <= :now or r.status = 'CLOSED' or r.closes_at <= :soon and a.started_at < :today
                       and not exists (select 1 from milestone m where m.case_number = a.case_number and m.milestone = 'DRAFT_REMINDED'
                                          and m.reached_at >= coalesce(r.extended_at, m.reached_at)))
                order by a.case_number limit 1 for update of a skip locked
                """)
                .param("after", after).param("now", utc(now)).param("today", utc(today)).param("soon", utc(soon))
                .query(rows).optional();
    }

    /** A draft, after this case number, whose applicant has not been told that its round was extended; locked as above. */
    Optional<Application> draftToTell(String after) {
        return jdbc.sql("""
                select a.* from round r join application a on a.round_number = r.number
                where a.status = 'DRAFT' and a.case_number > :after and r.status = 'OPEN' and r.extended_at > a.started_at
                  and not exists (select 1 from milestone m where m.case_number = a.case_number and m.milestone = 'ROUND_EXTENDED'
                                     and m.reached_at >= r.extended_at)
                order by a.case_number limit 1 for update of a skip locked
                """)
                .param("after", after).query(rows).optional();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}

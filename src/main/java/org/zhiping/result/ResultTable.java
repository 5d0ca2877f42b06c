package org.zhiping.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results with their decisions, and the outcomes of parts. The lock on the case row guards them. */
@Repository
class ResultTable {

    private final JdbcClient jdbc;

    ResultTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Result> find(String caseNumber) {
        List<Decision> decisions = jdbc.sql("select * from result_decision where case_number = :case order by position")
                .param("case", caseNumber).query((row, n) -> decision(row)).list();
        return jdbc.sql("select * from result where case_number = :case").param("case", caseNumber)
                .query((row, n) -> new Result(caseNumber, ResultState.valueOf(row.getString("state")), row.getString("outcome"),
                        decisions, moment(row, "public_from"), moment(row, "public_until"), row.getInt("version"))).optional();
    }

    void add(Result result) {
        jdbc.sql("insert into result (case_number, state, outcome) values (:case, :state, :outcome)")
                .param("case", result.caseNumber()).param("state", result.state().name())
                .param("outcome", result.outcome()).update();
    }

    void save(Result result) {
        int changed = jdbc.sql("""
                update result set state = :state, outcome = :outcome, public_from = :from, public_until = :until,
                    version = version + 1
                where case_number = :case and version = :version
                """)
                .param("state", result.state().name()).param("outcome", result.outcome())
                .param("from", moment(result.publicFrom())).param("until", moment(result.publicUntil()))
                .param("case", result.caseNumber()).param("version", result.version()).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The result of " + result.caseNumber() + " was changed meanwhile");
        }
        for (int i = 0; i < result.decisions().size(); i++) {
            save(result.caseNumber(), i, result.decisions().get(i));
        }
    }

    private void save(String caseNumber, int position, Decision decision) {
        jdbc.sql("""
                insert into result_decision (case_number, position, approved, completeness, conformity, correctness, reason,
                    decided_by, decided_at, answer, answered_by, voided_at)
                values (:case, :position, :approved, :completeness, :conformity, :correctness, :reason, :by, :at, :answer,
                    :answeredBy, :voidedAt)
                on conflict (case_number, position) do update set answer = excluded.answer, answered_by = excluded.answered_by,
                    voided_at = excluded.voided_at
                """)
                .param("case", caseNumber).param("position", position).param("approved", decision.approved())
                .param("completeness", decision.assessment().completeness())
                .param("conformity", decision.assessment().conformity())
                .param("correctness", decision.assessment().correctness()).param("reason", decision.reason())
                .param("by", decision.by()).param("at", moment(decision.at()))
                .param("answer", decision.answer()).param("answeredBy", decision.answeredBy())
                .param("voidedAt", moment(decision.voidedAt())).update();
    }

    List<PartOutcome> parts(String caseNumber) {
        return jdbc.sql("select * from result_part where case_number = :case order by position").param("case", caseNumber)
                .query((row, n) -> new PartOutcome(row.getString("part"), row.getString("outcome"), moment(row, "recorded_at")))
                .list();
    }

    void addPart(String caseNumber, PartOutcome outcome) {
        jdbc.sql("""
                insert into result_part (case_number, part, outcome, recorded_at, position)
                select :case, :part, :outcome, :at, coalesce(max(position), 0) + 1 from result_part where case_number = :case
                """)
                .param("case", caseNumber).param("part", outcome.part()).param("outcome", outcome.outcome())
                .param("at", moment(outcome.recordedAt())).update();
    }

    /** An act in the part has been declared void: its outcome is kept and counts no more. */
    void annulPart(String caseNumber, String part, Instant at) {
        jdbc.sql("""
                with void as (delete from result_part where case_number = :case and part = :part returning *)
                insert into void_result_part (case_number, part, outcome, recorded_at, position, voided_at)
                select case_number, part, outcome, recorded_at, position, :at from void
                """).param("case", caseNumber).param("part", part).param("at", moment(at)).update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(row.getBoolean("approved"),
                new Decision.Assessment(row.getBoolean("completeness"), row.getBoolean("conformity"), row.getBoolean("correctness")),
                row.getString("reason"), row.getString("decided_by"), moment(row, "decided_at"), row.getString("answer"),
                row.getString("answered_by"), moment(row, "voided_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

package org.zhiping.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.Confirmation;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Rows of review rounds. Callers hold the lock on the case. */
@Repository
class JdbcReviews implements Reviews {

    private record Known(String caseNumber) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JdbcReviews(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<ReviewRound> of(String caseNumber) {
        return OncePerTransaction.of(new Known(caseNumber), () -> jdbc
                .sql("select * from review_round where case_number = :case and voided_at is null order by number").param("case", caseNumber)
                .query(this::round).list());
    }

    /** The round that goes on. */
    ReviewRound current(String caseNumber) {
        return of(caseNumber).stream().filter(ReviewRound::open).findFirst()
                .orElseThrow(() -> Refusal.conflict("application-not-in-review", caseNumber));
    }

    @Override
    public void annulReview(String caseNumber, String reviewer) {
        jdbc.sql("""
                update review_round set voided_at = :at, closed_at = coalesce(closed_at, :at), version = version + 1
                where case_number = :case and reviewer = :reviewer and voided_at is null
                """).param("at", now()).param("case", caseNumber).param("reviewer", reviewer).update();
        OncePerTransaction.forget(new Known(caseNumber));
    }

    @Override
    public void annulOpinion(String caseNumber, String evaluator) {
        jdbc.sql("update review_opinion set voided_at = :at where case_number = :case and evaluator = :evaluator and voided_at is null")
                .param("at", now()).param("case", caseNumber).param("evaluator", evaluator).update();
        OncePerTransaction.forget(new Known(caseNumber));
    }

    @Override
    public boolean goesOn(String caseNumber) {
        return of(caseNumber).stream().anyMatch(ReviewRound::open);
    }

    void open(String caseNumber) {
        jdbc.sql("""
                insert into review_round (case_number, number, opened_at)
                select :case, coalesce(max(number), 0) + 1, :at from review_round where case_number = :case
                """)
                .param("case", caseNumber).param("at", now()).update();
        OncePerTransaction.forget(new Known(caseNumber));
    }

    /** Replaces what the round says so far. */
    void save(ReviewRound round) {
        at(round, "update review_round set reviewer = :reviewer, outcome = :outcome, reason = :reason, version = version + 1 "
                + "where case_number = :case and number = :number")
                .param("reviewer", round.reviewer()).param("outcome", round.outcome())
                .param("reason", vault.encrypt(round.reason())).update();
        for (String table : List.of("review_verdict", "review_finding", "review_answer")) {
            at(round, "delete from " + table + " where case_number = :case and number = :number").update();
        }
        List<ReviewRound.Verdict> verdicts = round.verdicts();
        at(round, """
                insert into review_verdict (case_number, number, material, authenticity, completeness, reason, reasons)
                select :case, :number, material, authenticity, completeness, reason, codes::jsonb
                from unnest(:materials::text[], :authenticities::text[], :completenesses::text[], :reasons::text[], :codes::text[])
                    as each (material, authenticity, completeness, reason, codes)
                """)
                .param("codes", each(verdicts, verdict -> write(verdict.reasons())))
                .param("materials", each(verdicts, ReviewRound.Verdict::material))
                .param("authenticities", each(verdicts, ReviewRound.Verdict::authenticity))
                .param("completenesses", each(verdicts, ReviewRound.Verdict::completeness))
                .param("reasons", each(verdicts, verdict -> vault.encrypt(verdict.reason()))).update();
        List<ReviewRound.Finding> findings = round.findings();
        at(round, """
                insert into review_finding (case_number, number, fact, confirmed, note, asked)
                select :case, :number, * from unnest(:facts::text[], :confirmed::text[], :notes::text[], :asked::boolean[])
                """)
                .param("asked", findings.stream().map(ReviewRound.Finding::asked).toArray(Boolean[]::new))
                .param("facts", each(findings, ReviewRound.Finding::fact))
                .param("confirmed", each(findings, finding -> vault.encrypt(finding.confirmed())))
                .param("notes", each(findings, finding -> vault.encrypt(finding.note()))).update();
        round.answers().forEach(answer -> at(round, "insert into review_answer values (:case, :number, :question, :answer, :reason, :asked)")
                .params(Map.of("question", vault.encrypt(answer.question()), "answer", answer.answer(),
                        "reason", vault.encrypt(answer.reason()), "asked", answer.asked())).update());
        OncePerTransaction.forget(new Known(round.caseNumber()));
    }

    private static <T> String[] each(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    void close(ReviewRound round) {
        at(round, "update review_round set closed_at = :at, version = version + 1 where case_number = :case and number = :number")
                .param("at", now()).update();
        OncePerTransaction.forget(new Known(round.caseNumber()));
    }

    void add(ReviewRound round, ReviewRound.Opinion opinion) {
        at(round, "insert into review_opinion (case_number, number, evaluator, recommendation, opinion, given_at) "
                + "values (:case, :number, :evaluator, :recommendation, :opinion, :at)")
                .param("evaluator", opinion.evaluator()).param("recommendation", opinion.recommendation())
                .param("opinion", vault.encrypt(opinion.text())).param("at", opinion.givenAt().atOffset(ZoneOffset.UTC)).update();
        OncePerTransaction.forget(new Known(round.caseNumber()));
    }

    private ReviewRound round(ResultSet row, int index) throws SQLException {
        String caseNumber = row.getString("case_number");
        int number = row.getInt("number");
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        String reason = row.getString("reason");
        return new ReviewRound(caseNumber, number, row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(), row.getString("reviewer"), row.getString("outcome"),
                reason.isEmpty() ? "" : vault.decrypt(reason),
                at(caseNumber, number, "select * from review_verdict where case_number = :case and number = :number order by material")
                        .query((each, n) -> new ReviewRound.Verdict(each.getString("material"), each.getString("authenticity"),
                                each.getString("completeness"), vault.decrypt(each.getString("reason")), read(each.getString("reasons")))).list(),
                at(caseNumber, number, "select * from review_finding where case_number = :case and number = :number order by fact")
                        .query((each, n) -> new ReviewRound.Finding(Confirmation.factId(each.getString("fact")), vault.decrypt(each.getString("confirmed")),
                                vault.decrypt(each.getString("note")), each.getBoolean("asked"))).list(),
                at(caseNumber, number, "select * from review_answer where case_number = :case and number = :number order by question")
                        .query((each, n) -> new ReviewRound.Answer(vault.decrypt(each.getString("question")), each.getString("answer"),
                                vault.decrypt(each.getString("reason")), each.getBoolean("asked"))).list(),
                at(caseNumber, number, "select * from review_opinion where case_number = :case and number = :number and voided_at is null order by id")
                        .query((each, n) -> new ReviewRound.Opinion(each.getString("evaluator"), each.getString("recommendation"),
                                vault.decrypt(each.getString("opinion")),
                                each.getObject("given_at", OffsetDateTime.class).toInstant())).list());
    }

    private static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Reason> read(String reasons) {
        try {
            return JSON.readValue(reasons, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private StatementSpec at(ReviewRound round, String sql) {
        return at(round.caseNumber(), round.number(), sql);
    }

    private StatementSpec at(String caseNumber, int number, String sql) {
        return jdbc.sql(sql).param("case", caseNumber).param("number", number);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

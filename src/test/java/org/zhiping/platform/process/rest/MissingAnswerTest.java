package org.zhiping.platform.process.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.springframework.core.GenericTypeResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.zhiping.platform.TestTexts;

/** What the engine's REST interface says of failures that are not its own. */
class MissingAnswerTest {

    private static final String STATEMENT = "PreparedStatementCallback; SQL [select * from application for update]; ERROR: deadlock detected";

    private final ResourceConfig config = new ResourceConfig();

    MissingAnswerTest() {
        MissingAnswer.registerIn(config, TestTexts.create());
    }

    @SuppressWarnings("unchecked")
    private <E extends Throwable> Response answer(Class<E> kind, E failure) {
        return config.getInstances().stream().filter(one -> GenericTypeResolver.resolveTypeArgument(one.getClass(), ExceptionMapper.class) == kind)
                .map(one -> ((ExceptionMapper<E>) one).toResponse(failure)).findFirst().orElseThrow();
    }

    private static String said(Response answer) {
        return ((Map<?, ?>) answer.getEntity()).get("message").toString();
    }

    @Test
    void whoWasOvertakenHearsItAndNoStatement() {
        Response overtaken = answer(DataAccessException.class, new PessimisticLockingFailureException(STATEMENT));
        assertThat(overtaken.getStatus()).isEqualTo(409);
        assertThat(said(overtaken)).contains("同一时刻").doesNotContain("SQL");
    }

    @Test
    void aFailureOfTheDatabaseNamesNoStatement() {
        assertThat(said(answer(DataAccessException.class, new DataIntegrityViolationException(STATEMENT)))).doesNotContain("SQL");
        Response wrapped = answer(ProcessEngineException.class, new ProcessEngineException("DuplicateKeyException: " + STATEMENT));
        assertThat(wrapped.getStatus()).isEqualTo(500);
        assertThat(said(wrapped)).doesNotContain("SQL");
    }

    @Test
    void aDateThatTheDatabaseDoesNotHaveIsTheRequestsFault() {
        var refused = new SQLException("ERROR: timestamp out of range: \"5001-01-01 00:00:00+00 BC\"", "22008");
        Response answer = answer(ProcessEngineException.class, new ProcessEngineException("persistence", new IllegalStateException(STATEMENT, refused)));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(said(answer)).contains("日期");
        var other = new SQLException("ERROR: deadlock detected", "40P01");
        assertThat(answer(ProcessEngineException.class, new ProcessEngineException("persistence", other)).getStatus()).isEqualTo(500);
    }

    @Test
    void aNullWhereTheInterfaceNeedsAValueIsTheRequestsFaultAndAnyOtherIsOurs() {
        NullPointerException theirs = new NullPointerException();
        theirs.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.camunda.bpm.engine.rest.dto.task.UserIdDto", "getUserId", "UserIdDto.java", 1)});
        assertThat(answer(NullPointerException.class, theirs).getStatus()).isEqualTo(400);
        assertThat(answer(NullPointerException.class, new NullPointerException()).getStatus()).isEqualTo(500);
    }
}

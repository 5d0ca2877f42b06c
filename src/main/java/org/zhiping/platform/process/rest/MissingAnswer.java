package org.zhiping.platform.process.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.glassfish.jersey.server.ResourceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.zhiping.platform.Texts;

/**
 * What Camunda's REST interface trips over, for it does not look at what it was sent: a null where it needs a value, an empty list, a text
 * instead of an object. It is the request's fault and is told in our words, without names from within.
 */
final class MissingAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(MissingAnswer.class);
    private static final String STATEMENT = "SQL [";
    private static final String DATETIME_FIELD_OVERFLOW = "22008";
    private static final String INTERFACE = "org.camunda.bpm.engine.rest.";

    /** The engine makes these exceptions by reflection, some frames above. */
    private static final int TOP = 12;

    private final Texts texts;

    private MissingAnswer(Texts texts) {
        this.texts = texts;
    }

    static void registerIn(ResourceConfig config, Texts texts) {
        MissingAnswer answer = new MissingAnswer(texts);
        config.register(answer.new OfNull());
        config.register(answer.new OfWrongValue());
        config.register(answer.new OfOtherJson());
        config.register(answer.new OfTheDatabase());
    }

    private Response malformed() {
        return answer(400, "InvalidRequestException", "problem.http.400");
    }

    private Response answer(int status, String type, String text) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Map.of("type", type, "message", texts.of(text))).build();
    }

    private static Stream<Throwable> failures(Throwable outer) {
        return Stream.iterate(outer, Objects::nonNull, Throwable::getCause).limit(TOP);
    }

    /** A date so far off that the database has no such day. */
    private static boolean outOfRange(Throwable failure) {
        return failure instanceof SQLException refused && DATETIME_FIELD_OVERFLOW.equals(refused.getSQLState());
    }

    private class OfNull implements ExceptionMapper<NullPointerException> {

        @Override
        public Response toResponse(NullPointerException missing) {
            StackTraceElement[] trace = missing.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith(INTERFACE)) {
                return malformed();
            }
            LOG.error("Request failed", missing);
            return answer(500, "Failure", "problem.internal");
        }
    }

    /** Before Camunda's own, which takes only some of them for the request's. */
    @Priority(1)
    private class OfWrongValue implements ExceptionMapper<ProcessEngineException> {

        @Override
        public Response toResponse(ProcessEngineException wrong) {
            boolean looked = Stream.of(wrong.getStackTrace()).limit(TOP).anyMatch(at -> at.getClassName().equals(EnsureUtil.class.getName()));
            if (String.valueOf(wrong.getMessage()).contains(STATEMENT)) {
                LOG.error("Request failed", wrong);
                return answer(500, "Failure", "problem.internal");
            }
            if (failures(wrong).anyMatch(MissingAnswer::outOfRange)) {
                return answer(400, "InvalidRequestException", "process.rest.date-out-of-range");
            }
            return looked && ExceptionHandlerHelper.getInstance().getStatus(wrong) == Response.Status.INTERNAL_SERVER_ERROR ? malformed()
                    : ExceptionHandlerHelper.getInstance().getResponse(wrong);
        }
    }

    /** Who was overtaken by somebody else hears of that; nobody is told a statement. */
    private class OfTheDatabase implements ExceptionMapper<DataAccessException> {

        @Override
        public Response toResponse(DataAccessException failed) {
            if (failed instanceof ConcurrencyFailureException) {
                return answer(409, "Refusal", "problem.overtaken");
            }
            LOG.error("Request failed", failed);
            return answer(500, "Failure", "problem.internal");
        }
    }

    /** Before Camunda's own and Jackson's, which name the class that they wanted. */
    @Priority(1)
    private class OfOtherJson implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException other) {
            return malformed();
        }
    }
}

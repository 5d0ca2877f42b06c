package org.zhiping.platform.process.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.zhiping.platform.Texts;

/** What Camunda's REST interface itself cannot read is told in our words, with its own words behind. */
class MalformedAnswer implements ExceptionMapper<InvalidRequestException> {

    private final Texts texts;

    MalformedAnswer(Texts texts) {
        this.texts = texts;
    }

    /** Without the type that it would be in the engine. */
    private static String plain(String message) {
        return message == null ? "" : message.replaceAll(" to java type \\S+", "");
    }

    @Override
    public Response toResponse(InvalidRequestException malformed) {
        int status = malformed.getStatus().getStatusCode();
        String code = status == 404 ? "process.rest.not-found" : "process.rest.malformed";
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Map.of("type", "InvalidRequestException",
                "message", texts.of(code, plain(malformed.getMessage())))).build();
    }
}

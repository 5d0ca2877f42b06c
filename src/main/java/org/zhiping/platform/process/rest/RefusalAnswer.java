package org.zhiping.platform.process.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** A refusal over the engine's REST interface: the status of its kind, the shape that Camunda's clients know, and what a problem document says. */
class RefusalAnswer implements ExceptionMapper<Refusal> {

    private final Texts texts;

    RefusalAnswer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Response toResponse(Refusal refusal) {
        List<Map<String, String>> errors = refusal.faults().stream()
                .map(fault -> Map.of("field", fault.field(), "code", fault.code(), "message", texts.of(fault))).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "Refusal");
        body.put("message", texts.of(refusal));
        body.put("status", refusal.kind().status());
        body.put("code", refusal.getMessage());
        body.put("detail", texts.of(refusal));
        body.put("errors", errors);
        return Response.status(refusal.kind().status()).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}

package org.zhiping.platform.process.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Puts a blank in the place of U+0000 in the JSON that the engine's REST interface reads, as everywhere else: the database stores it in no text. */
class ReadJson implements ReaderInterceptor {

    private static final Pattern NULL_CHARACTER = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (context.getMediaType() != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            String json = new String(context.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            context.setInputStream(new ByteArrayInputStream(NULL_CHARACTER.matcher(json).replaceAll("$1 ").getBytes(StandardCharsets.UTF_8)));
        }
        return context.proceed();
    }
}

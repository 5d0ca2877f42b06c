package org.zhiping.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the character U+0000 into a blank wherever text comes in, for PostgreSQL stores it in no text and no jsonb. It comes with what
 * people paste from elsewhere; what they typed around it is kept. In a path it is refused by the firewall of Spring Security.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NullCharacters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        next.doFilter(new Blanked(request), response);
    }

    private static String blanked(String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    /** Fields of a form and parameters of an address, whichever way they are read. */
    private static final class Blanked extends HttpServletRequestWrapper {

        Blanked(HttpServletRequest request) {
            super(request);
        }

        /** The engine's REST interface reads the address itself. */
        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            return query == null ? null : query.replace("%00", "%20");
        }

        @Override
        public String getParameter(String name) {
            return blanked(super.getParameter(name));
        }

        @Override
        public String[] getParameterValues(String name) {
            return each(super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> parameters.put(name, each(values)));
            return parameters;
        }

        private static String[] each(String[] values) {
            return values == null ? null : Arrays.stream(values).map(NullCharacters::blanked).toArray(String[]::new);
        }
    }

    /** Strings of a JSON body. */
    @JsonComponent
    static class Strings extends StringDeserializer {

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return blanked(super.deserialize(json, context));
        }
    }
}

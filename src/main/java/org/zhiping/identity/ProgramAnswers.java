package org.zhiping.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;

/**
 * Tells a program that it is not let in: a problem document, with the {@code message} that Camunda's clients show. A script
 * of a web page gets no challenge, or the browser would ask for a password itself.
 */
@Component
class ProgramAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Texts texts;
    private final ObjectMapper json;

    ProgramAnswers(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        if (reason instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SignInThrottle.WINDOW.toSeconds()));
            answer(response, HttpStatus.TOO_MANY_REQUESTS, "identity.sign-in.wait");
            return;
        }
        if (request.getHeader("X-Requested-With") == null && request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Zhiping\", charset=\"UTF-8\"");
        }
        answer(response, HttpStatus.UNAUTHORIZED, "problem.http.401");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        answer(response, HttpStatus.FORBIDDEN, "problem.http.403");
    }

    private void answer(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        String text = texts.of(code);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("code", "http-" + status.value());
        body.put("detail", text);
        body.put("message", text);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}

package org.zhiping.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is read as a whole and is too large, before anything reads it. Otherwise a form's token goes unread with it, and
 * the person is told that they are not allowed instead of what is wrong; and the engine's REST interface would take JSON of any size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

    private final long mostBytes;

    UploadLimit(MultipartProperties multipart) {
        this.mostBytes = multipart.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        boolean whole = type.startsWith("multipart/") || type.startsWith("application/json");
        if (whole && request.getContentLengthLong() > mostBytes) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            next.doFilter(request, response);
        }
    }
}

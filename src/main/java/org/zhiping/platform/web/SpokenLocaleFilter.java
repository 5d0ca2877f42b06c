package org.zhiping.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.stereotype.Component;

/** Speaks {@link RequestLanguage} outside of our own pages too, as in {@code /engine-rest}, and keeps what is chosen. */
@Component
class SpokenLocaleFilter extends OrderedRequestContextFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestLanguage.chosenNow(request).ifPresent(chosen -> RequestLanguage.keep(chosen, request, response));
        Locale spoken = RequestLanguage.of(request);
        super.doFilterInternal(new HttpServletRequestWrapper(request) {
            @Override
            public Locale getLocale() {
                return spoken;
            }
        }, response, chain);
    }
}

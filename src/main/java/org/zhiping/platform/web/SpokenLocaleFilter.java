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

/** Outside of our own pages too, as in {@code /engine-rest}, a request that asks for no language is answered in Chinese. */
@Component
class SpokenLocaleFilter extends OrderedRequestContextFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale spoken = LocaleConfiguration.spoken(request.getHeader("Accept-Language"));
        super.doFilterInternal(new HttpServletRequestWrapper(request) {
            @Override
            public Locale getLocale() {
                return spoken;
            }
        }, response, chain);
    }
}

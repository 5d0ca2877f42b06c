package org.zhiping.platform.process.rest;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Scripts of the engine's web apps run by a word of one time that stands in a header and in the page. The apps carry it from the one to the
 * other in the servlet context, which all requests share: of two at a time one got the other's, and its page stayed blank. Here each
 * request has its own.
 */
class WebappNonces extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext own = own(request);
        chain.doFilter(new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
                return own;
            }
        }, response);
    }

    /** The context of all requests, but for the word. */
    private static ServletContext own(HttpServletRequest request) {
        ServletContext shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class},
                (proxy, method, args) -> {
                    if (args == null || !ATTR_CSP_FILTER_NONCE.equals(args[0])) {
                        return call(shared, method, args);
                    }
                    return switch (method.getName()) {
                        case "getAttribute" -> request.getAttribute(ATTR_CSP_FILTER_NONCE);
                        case "setAttribute" -> {
                            request.setAttribute(ATTR_CSP_FILTER_NONCE, args[1]);
                            yield null;
                        }
                        default -> call(shared, method, args);
                    };
                });
    }

    private static Object call(ServletContext shared, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(shared, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

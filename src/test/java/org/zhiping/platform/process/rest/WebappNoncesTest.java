package org.zhiping.platform.process.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.ServletContext;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** Two people open Tasklist in the same moment, and both see it. */
class WebappNoncesTest {

    private final ServletContext shared = new MockServletContext();
    private final WebappNonces filter = new WebappNonces();
    private final ContentSecurityPolicyProvider policy = new ContentSecurityPolicyProvider();

    @BeforeEach
    void policy() {
        policy.initParams().put("contentSecurityPolicyValue", "script-src $NONCE");
        policy.parseParams();
    }

    @Test
    void aRequestThatComesBetweenChangesNothing() throws Exception {
        open(first -> {
            String header = policy.getHeaderValue(first);
            open(second -> assertThat(policy.getHeaderValue(second)).isNotEqualTo(header));
            assertThat(header).isEqualTo("script-src 'nonce-" + first.getAttribute(ATTR_CSP_FILTER_NONCE) + "'");
        });
        assertThat(shared.getAttribute(ATTR_CSP_FILTER_NONCE)).isNull();
    }

    @Test
    void allElseIsShared() throws Exception {
        open(first -> first.setAttribute("other", "for all"));
        open(second -> assertThat(second.getAttribute("other")).isEqualTo("for all"));
    }

    private interface Opened {
        void with(ServletContext context) throws Exception;
    }

    private void open(Opened page) throws Exception {
        filter.doFilter(new MockHttpServletRequest(shared, "GET", "/camunda/app/tasklist/default/"), new MockHttpServletResponse(),
                (request, response) -> {
                    try {
                        page.with(request.getServletContext());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}

package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockServletContext;
import org.zhiping.platform.PublicAddress;

class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({"https://zhiping.example, true", "https://zhiping.example/work, true", "http://localhost:8080, false"})
    void whereThereIsTlsASessionTravelsOverItAlone(URI address, boolean secure) throws Exception {
        MockServletContext context = new MockServletContext();
        new PasswordConfiguration().sessionCookie(new PublicAddress(address)).onStartup(context);
        assertThat(context.getSessionCookieConfig().isSecure()).isEqualTo(secure);
    }
}

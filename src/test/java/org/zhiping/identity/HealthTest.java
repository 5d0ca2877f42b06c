package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhiping.ProductTest;

/** What watches the product from outside: everybody hears yes or no, an administrator hears why. */
@ProductTest
class HealthTest {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String PASSWORD = "correct-horse-7";

    @Autowired ApplicationContext product;
    @Autowired Accounts accounts;
    @LocalServerPort int port;
    Browser anybody;

    @BeforeEach
    void anybodyAsks() {
        anybody = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", READINESS})
    void everybodyHearsThatItIsUpAndNothingElse(String path) {
        assertThat(anybody.script("GET", path).statusCode()).isEqualTo(200);
        assertThat(anybody.script("GET", path).body()).startsWith("{\"status\":\"UP\"").doesNotContain("components", "details", "PostgreSQL", "version");
    }

    @Test
    void anAdministratorSeesWhatReadinessRestsOn() {
        assertThat(signedIn("health-admin", Role.ADMINISTRATOR).script("GET", READINESS).body())
                .contains("\"db\"", "\"models\"", "\"diskSpace\"", "\"readinessState\"").doesNotContain("\"mail\"");
        assertThat(signedIn("health-manager", Role.MANAGER).script("GET", READINESS).body()).doesNotContain("components");
    }

    @Test
    void whileItStopsItIsAliveButNotReady() {
        AvailabilityChangeEvent.publish(product, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(anybody.script("GET", READINESS).statusCode()).isEqualTo(503);
            assertThat(anybody.script("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(product, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(anybody.script("GET", READINESS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/info", "/actuator/env", "/actuator/beans", "/actuator/heapdump"})
    void nothingElseOfTheActuatorIsThere(String path) {
        assertThat(signedIn("health-looker", Role.ADMINISTRATOR).script("GET", path).statusCode()).isIn(403, 404);
    }

    private Browser signedIn(String account, Role role) {
        if (accounts.find(account).isEmpty()) {
            accounts.create(account, "某人", "", Set.of(role), PASSWORD, "test");
        }
        Browser browser = new Browser(port);
        browser.signIn(account, PASSWORD);
        return browser;
    }
}

package org.zhiping.platform.process.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.zhiping.TestDatabase;
import org.zhiping.identity.QuickPasswords;

/** The platform and the sign-in on a real PostgreSQL and a free port, with one small process. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = GateProduct.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "zhiping.sample.enabled=false", "zhiping.first-administrator=false",
                "management.endpoint.health.validate-group-membership=false"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({GateCases.class, QuickPasswords.class})
public @interface GateTest {
}

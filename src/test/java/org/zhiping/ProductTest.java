package org.zhiping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole product on a fresh PostgreSQL database and a free port; jobs run only when the test runs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "zhiping.sample.enabled=false", "zhiping.first-administrator=false"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface ProductTest {
}

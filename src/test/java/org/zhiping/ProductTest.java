package org.zhiping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.zhiping.identity.QuickPasswords;

/**
 * The whole product on a PostgreSQL database and a free port; jobs, imports and what the clock would set off run only when the test
 * runs them, so that nothing depends on the second in which it begins. Classes that come after one another and ask for nothing else
 * share the product; each finds its database as it was when the product had started ({@link AsStarted}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "zhiping.group.workers=0", "zhiping.sample.enabled=false",
                "zhiping.first-administrator=false", "zhiping.calendar-scan=-", "zhiping.digest.scan=-", "zhiping.give-back-scan=-",
                "zhiping.draft-scan=-", "zhiping.task-draft.sweep=-", "zhiping.upload.sweep=-", "zhiping.upload.late=-", "zhiping.clamav.scan=-",
                "zhiping.retention=-", "zhiping.record-check=-"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({CaseWalk.class, QuickPasswords.class})
@TestExecutionListeners(listeners = AsStarted.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ProductTest {
}

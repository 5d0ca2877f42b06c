package org.zhiping.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** The sample institution has a mailbox of its own while no mail server is named. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${zhiping.sample.enabled:false} and '${spring.mail.host:}'.isEmpty()")
@interface WithSampleMailbox {
}

package org.zhiping.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** The sample institution has a phone of its own while no gateway for short messages is named. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${zhiping.sample.enabled:false} and '${zhiping.sms.url:}'.isEmpty()")
@interface WithSamplePhone {
}

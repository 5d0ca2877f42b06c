package org.zhiping.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** There is a gateway where its address is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${zhiping.sms.url:}'.isEmpty()")
class SmsConfiguration {

    @Bean
    SmsGateway smsGateway(Environment settings) {
        return Binder.get(settings).bind("zhiping.sms", SmsGateway.class).get();
    }
}

package org.zhiping.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock of the product, in the institution's time zone; a sample institution may move it forward. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(ObjectProvider<TimeOffset> offset) {
        Clock real = Clock.system(ZoneId.of("Asia/Shanghai"));
        TimeOffset ahead = offset.getIfAvailable();
        return ahead == null ? real : new MovedClock(real, ahead);
    }
}

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
public class TimeConfiguration {

    /** The institution's time zone, for schedules that name an hour of its day. */
    public static final String ZONE = "Asia/Shanghai";

    @Bean
    @ConditionalOnMissingBean
    Clock clock(ObjectProvider<TimeOffset> offset) {
        Clock real = Clock.system(ZoneId.of(ZONE));
        TimeOffset ahead = offset.getIfAvailable();
        return ahead == null ? real : new MovedClock(real, ahead);
    }
}

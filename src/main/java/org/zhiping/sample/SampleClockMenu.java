package org.zhiping.sample;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.page.MenuEntry;

/** Who may move the sample's time finds the way to it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zhiping.sample.enabled")
class SampleClockMenu {

    @Bean
    MenuEntry sampleClock() {
        return new MenuEntry("sample-clock", "/desk/sample-clock", Set.of(SampleClockPages.MOVERS));
    }
}

package org.zhiping.sample;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.page.MenuEntry;

/** Who may move the sample's time, or prepare cases to practise on, finds the way there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zhiping.sample.enabled")
class SampleMenu {

    @Bean
    MenuEntry sampleClock() {
        return new MenuEntry("sample-clock", "/desk/sample-clock", Set.of(SampleClockPages.MOVERS));
    }

    @Bean
    MenuEntry practiceCases() {
        return new MenuEntry("practice-cases", "/desk/practice-cases", Set.of(PracticePages.PREPARERS));
    }
}

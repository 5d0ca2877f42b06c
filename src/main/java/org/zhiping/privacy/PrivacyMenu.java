package org.zhiping.privacy;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.page.MenuEntry;

@Configuration(proxyBeanMethods = false)
class PrivacyMenu {

    @Bean
    MenuEntry privacy() {
        return new MenuEntry("privacy", "/desk/privacy", Set.of(PrivacyRoles.WATCHING));
    }
}

package org.zhiping.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which words count now. What was edited on this server counts at once; what was edited on another one a minute later at most, for
 * otherwise every notice would ask the database.
 */
@Component
class TemplatesInForce {

    private static final String ALL = "all";

    private final ShippedTemplates shipped;
    private final TemplateVersions versions;
    private final Cache<String, Map<String, Map<Locale, TemplateVersion>>> edited =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    TemplatesInForce(ShippedTemplates shipped, TemplateVersions versions) {
        this.shipped = shipped;
        this.versions = versions;
    }

    TemplateVersion of(String kind, Locale locale) {
        TemplateVersion program = shipped.find(kind, locale);
        TemplateVersion newest = edited.get(ALL, all -> versions.newest()).getOrDefault(kind, Map.of()).getOrDefault(locale, program);
        return shown(newest, program);
    }

    /** A version that follows the program says what the program says now. */
    TemplateVersion shown(TemplateVersion version, TemplateVersion program) {
        return !version.followsProgram() ? version : new TemplateVersion(program.kind(), program.locale(), version.version(), program.text(),
                program.shipped(), version.restores(), version.at(), version.by(), version.reason());
    }

    void forget() {
        edited.invalidateAll();
    }
}

package org.zhiping.page;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;

/** Says what an application or a session is about, such as 全媒体运营师 · 四级/中级工 · 直播运营. */
@Component
public class CaseNames {

    private final Packs packs;

    CaseNames(Packs packs) {
        this.packs = packs;
    }

    public String of(Application application) {
        return of(application.standard(), application.edition(), application.level(), application.direction(), "");
    }

    /** Empty codes are left out. */
    public String of(String standard, String edition, String level, String direction, String part) {
        Locale locale = LocaleContextHolder.getLocale();
        var pack = packs.find(standard, edition);
        return Stream.of(pack, pack.level(level).orElse(null), pack.direction(direction).orElse(null), pack.part(part).orElse(null))
                .filter(Objects::nonNull).map((Named named) -> named.in(locale)).collect(Collectors.joining(" · "));
    }

    public String part(String standard, String edition, String part) {
        return packs.find(standard, edition).part(part).map(one -> one.in(LocaleContextHolder.getLocale())).orElse(part);
    }
}

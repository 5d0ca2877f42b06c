package org.zhiping.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;

/** Says days and moments in the reader's language and the institution's time zone. */
@Component
public class PageTimes {

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter ZH_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EN_TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Clock clock;

    PageTimes(Clock clock) {
        this.clock = clock;
    }

    public String when(Instant moment) {
        return (Language.english() ? EN_TIME : ZH_TIME).withZone(clock.getZone()).format(moment);
    }

    public String day(LocalDate day) {
        return (Language.english() ? EN_DAY : ZH_DAY).format(day);
    }

    /** In which moments are said. */
    public String zone() {
        return clock.getZone().getDisplayName(TextStyle.FULL, Language.now()) + " (UTC"
                + clock.getZone().getRules().getOffset(clock.instant()).getId().replace("Z", "") + ")";
    }
}

package org.zhiping.notice;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.Language;

@Component
class PersonNotifier implements PersonNotices {

    private final NoticeTemplates templates;
    private final Notices notices;
    private final Clock clock;

    PersonNotifier(NoticeTemplates templates, Notices notices, Clock clock) {
        this.templates = templates;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String account, String kind, String key, Map<String, String> values) {
        tell(account, kind, key, locale -> values);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String account, String kind, String key, Function<Locale, Map<String, String>> values) {
        notices.add(new Notice(List.of(account), key, kind, "", clock.instant(), values.apply(Language.CHINESE)), templates.word(kind, values));
    }
}

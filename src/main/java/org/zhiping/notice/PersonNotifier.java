package org.zhiping.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
        notices.add(new Notice(List.of(account), key, kind, "", clock.instant(), values), templates.word(kind, locale -> values));
    }
}

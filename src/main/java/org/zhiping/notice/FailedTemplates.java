package org.zhiping.notice;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** Tells the process owners of a template that failed, once for each version. */
@Component
class FailedTemplates {

    static final String KIND = "staff-notice-template-failed";

    private final Accounts accounts;
    private final PersonNotices notices;

    FailedTemplates(Accounts accounts, PersonNotices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    @EventListener
    void on(TemplateFailed failed) {
        if (failed.kind().equals(KIND)) {
            return;
        }
        String key = "template-failed:" + failed.kind() + ":" + failed.locale().toLanguageTag() + ":" + failed.version();
        for (Account owner : accounts.withRole(Role.PROCESS_OWNER)) {
            notices.tell(owner.id(), KIND, key, Map.of("kind", failed.kind(), "language", failed.locale().toLanguageTag(),
                    "version", String.valueOf(failed.version()), "line", String.valueOf(failed.fault().line())));
        }
    }
}

package org.zhiping.casework;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Absence;
import org.zhiping.identity.AbsenceChanged;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.StaffNotices;

/** Tells a deputy that they stand in for somebody, or no longer do. */
@Component
class DeputyNews {

    private final Accounts accounts;
    private final StaffNotices notices;

    DeputyNews(Accounts accounts, StaffNotices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    @EventListener
    void on(AbsenceChanged changed) {
        Absence absence = changed.absence();
        String kind = absence.endedAt() == null ? "deputy-named" : "deputy-released";
        notices.tellOfAct(changed.by(), List.of(absence.deputy()), kind, kind + ":" + absence.id(), "",
                Map.of("person", accounts.nameOf(absence.account()), "from", absence.from().toString(), "until", absence.until().toString()));
    }
}

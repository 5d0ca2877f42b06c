package org.zhiping.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.mail.MessageQueued;
import org.zhiping.notice.NoticeTold;
import org.zhiping.notice.NoticesTold;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.OncePerTransaction;

/** Who was told what of a case, and how: one entry a notice, however many people it reaches. */
@Component
class NoticeEvents {

    private static final String INBOX = "inbox";
    private static final String ESCALATED = "staff-escalated-overdue";
    private static final String DRAFT = "draft-";

    /** By what other way than the inbox a notice goes to its person, as the transaction has found out. */
    private record Way(long notice) {
    }

    private final CaseRecords records;

    NoticeEvents(CaseRecords records) {
        this.records = records;
    }

    @EventListener
    void on(MessageQueued queued) {
        OncePerTransaction.know(new Way(queued.notice()), queued.mail() ? "mail" : "sms");
    }

    @EventListener
    void on(NoticesTold notice) {
        if (BusinessKey.isCase(notice.number()) && !notice.told().isEmpty() && !notice.kind().startsWith(DRAFT)) {
            String ways = Stream.concat(Stream.of(INBOX), notice.told().stream().map(told -> OncePerTransaction.of(new Way(told.id()), () -> "")))
                    .filter(way -> !way.isEmpty()).distinct().sorted().collect(Collectors.joining(" "));
            records.add(new CaseAct(List.of(notice.number()), notice.kind().equals(ESCALATED) ? "deadline-escalated" : "notice-told", null, "", Map.of(),
                    Map.of("notice", notice.kind(), "people", String.valueOf(notice.told().size()), "channels", ways)));
        }
    }
}

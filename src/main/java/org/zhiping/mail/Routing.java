package org.zhiping.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiping.notice.NoticeTold;
import org.zhiping.platform.process.Decisions;

/**
 * Which notices are mailed, which of them go by short message where there is no mail, and what of it people may choose, by
 * {@code notice-routing.dmn}. Answers are remembered for a minute, for a case asks many times.
 * Where the table has no answer, or none that can be used, a notice stays in the inbox alone: no case fails for a mail.
 */
@Component
class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);
    private static final String DECISION = "notice-routing";

    private final Decisions decisions;
    private final Cache<String, Ways> answers = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Routing(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param sms          where the person gets no mail
     * @param mailOptional the person may choose otherwise
     * @param smsOptional  the person may choose otherwise
     * @param urgent       goes out at once, whoever gets a daily digest
     * @param reason       why a person cannot choose, a code of the texts {@code notice.fixed.<code>}; may be empty
     */
    record Ways(boolean mail, boolean sms, boolean mailOptional, boolean smsOptional, boolean urgent, String reason) {

        private static final Ways NONE = new Ways(false, false, false, false, false, "");

        boolean by(Channel channel) {
            return channel == Channel.MAIL ? mail : sms;
        }

        boolean optional(Channel channel) {
            return channel == Channel.MAIL ? mailOptional : smsOptional;
        }
    }

    Ways of(NoticeTold notice) {
        return of(notice.kind(), notice.forStaff());
    }

    Ways of(String kind, boolean forStaff) {
        return answers.get(kind, asked -> ask(asked, forStaff ? "staff" : "applicant"));
    }

    /** An output that an earlier table does not have is taken as no: what was sent before is sent still. */
    private Ways ask(String kind, String audience) {
        try {
            Map<String, Object> answer = decisions.single(DECISION, Map.of("kind", kind, "audience", audience));
            return new Ways(yes(answer, "mail"), yes(answer, "sms"), yes(answer, "mailOptional"), yes(answer, "smsOptional"), yes(answer, "urgent"),
                    answer.get("reason") instanceof String reason ? reason : "");
        } catch (RuntimeException unusable) {
            LOG.warn("The table {} gives no answer for {}: {}", DECISION, kind, unusable.toString());
            return Ways.NONE;
        }
    }

    private static boolean yes(Map<String, Object> answer, String output) {
        return Boolean.TRUE.equals(answer.get(output));
    }
}

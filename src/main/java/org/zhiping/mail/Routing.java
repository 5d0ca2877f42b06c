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
 * Which notices are mailed, and which of them go by short message where there is no mail, by {@code notice-routing.dmn}. Answers are remembered for a minute, for a case asks many times.
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

    /** @param sms where the person gets no mail */
    record Ways(boolean mail, boolean sms) {

        private static final Ways NONE = new Ways(false, false);
    }

    Ways of(NoticeTold notice) {
        return answers.get(notice.kind(), kind -> ask(kind, notice.forStaff() ? "staff" : "applicant"));
    }

    private Ways ask(String kind, String audience) {
        try {
            Map<String, Object> answer = decisions.single(DECISION, Map.of("kind", kind, "audience", audience));
            return new Ways(Boolean.TRUE.equals(answer.get("mail")), Boolean.TRUE.equals(answer.get("sms")));
        } catch (RuntimeException unusable) {
            LOG.warn("The table {} gives no answer for {}: {}", DECISION, kind, unusable.toString());
            return Ways.NONE;
        }
    }
}

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
 * Which notices are mailed, by {@code notice-routing.dmn}. Answers are remembered for a minute, for a case asks many times.
 * Where the table has no answer, or none that can be used, a notice stays in the inbox alone: no case fails for a mail.
 */
@Component
class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);
    private static final String DECISION = "notice-routing";

    private final Decisions decisions;
    private final Cache<String, Boolean> answers = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Routing(Decisions decisions) {
        this.decisions = decisions;
    }

    boolean mails(NoticeTold notice) {
        return answers.get(notice.kind(), kind -> ask(kind, notice.forStaff() ? "staff" : "applicant"));
    }

    private boolean ask(String kind, String audience) {
        try {
            return Boolean.TRUE.equals(decisions.single(DECISION, Map.of("kind", kind, "audience", audience)).get("mail"));
        } catch (RuntimeException unusable) {
            LOG.warn("The table {} gives no answer for {}: {}", DECISION, kind, unusable.toString());
            return false;
        }
    }
}

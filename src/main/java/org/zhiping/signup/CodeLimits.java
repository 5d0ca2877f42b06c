package org.zhiping.signup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Refusal.Kind;
import org.zhiping.platform.web.ClientNetwork;

/**
 * How many codes may be sent: to one contact by the hour and by the day, counted in the database, so that nobody's phone is filled
 * with them however they are asked for; and for one client address by the hour, counted by each server
 * ({@code zhiping.codes.per-client}; a school may sign up behind one address).
 */
@Component
class CodeLimits {

    static final int PER_HOUR = 5;
    static final int PER_DAY = 10;
    private static final int MOST_CLIENTS = 20_000;

    private final Cache<String, Bucket> clients = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(Duration.ofHours(2)).build();
    private final int perClient;
    private final Codes codes;

    CodeLimits(@Value("${zhiping.codes.per-client:200}") int perClient, Codes codes) {
        this.perClient = perClient;
        this.codes = codes;
    }

    /** @throws Refusal (TOO_MANY) whether or not the contact has an account */
    void check(String client, String contactIndex, Instant now) {
        if (!clients.get(ClientNetwork.of(client), address -> bucket()).tryConsume(1)) {
            throw new Refusal(Kind.TOO_MANY, List.of(new Fault("", "codes-client")));
        }
        if (codes.sentSince(contactIndex, now.minus(Duration.ofHours(1))) >= PER_HOUR
                || codes.sentSince(contactIndex, now.minus(Duration.ofDays(1))) >= PER_DAY) {
            throw new Refusal(Kind.TOO_MANY, List.of(new Fault("contact", "codes-contact")));
        }
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(perClient).refillGreedy(perClient, Duration.ofHours(1))).build();
    }
}

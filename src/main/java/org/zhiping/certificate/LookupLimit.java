package org.zhiping.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.web.ClientNetwork;

/** How often one address may ask for certificates: enough for an employer, too little for guessing. */
@Component
class LookupLimit {

    private static final int MOST_ADDRESSES = 20_000;
    private static final int MINUTES_AT_FULL_RATE = 6;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES).expireAfterAccess(Duration.ofHours(1)).build();
    private final int perMinute;

    LookupLimit(@Value("${zhiping.lookup.per-minute:10}") int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts this question. */
    boolean allows(String clientAddress) {
        return buckets.get(ClientNetwork.of(clientAddress), address -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        long perHour = (long) perMinute * MINUTES_AT_FULL_RATE;
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1))).build();
    }
}

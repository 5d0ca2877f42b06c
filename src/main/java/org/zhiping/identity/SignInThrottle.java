package org.zhiping.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.zhiping.platform.web.ClientNetwork;

/**
 * Counts wrong passwords of the last quarter of an hour: few for one account from one address, more for an account or an
 * address as a whole. While a count is full, even the right password is not tried.
 */
@Component
class SignInThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private record Count(String key, int limit) {
    }

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    boolean closed(String account, String address) {
        return counts(account, address).stream().anyMatch(count -> {
            AtomicInteger seen = failures.getIfPresent(count.key());
            return seen != null && seen.get() >= count.limit();
        });
    }

    void failed(String account, String address) {
        counts(account, address).forEach(count -> failures.get(count.key(), key -> new AtomicInteger()).incrementAndGet());
    }

    void succeeded(String account, String address) {
        failures.invalidate(counts(account, address).get(0).key());
    }

    private static List<Count> counts(String account, String address) {
        String network = ClientNetwork.of(address);
        return List.of(new Count(account + " from " + network, 10), new Count("account " + account, 50),
                new Count("address " + network, 200));
    }
}

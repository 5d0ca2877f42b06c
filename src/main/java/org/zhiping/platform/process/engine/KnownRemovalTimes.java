package org.zhiping.platform.process.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Date;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;

/** When the history of a case may go is settled when it starts (ADR 6); the engine would read it again for every step. */
class KnownRemovalTimes extends CacheAwareHistoryEventProducer {

    private final Cache<String, Date> byRootInstance = Caffeine.newBuilder().maximumSize(20_000).build();

    @Override
    protected void provideRemovalTime(HistoryEvent event) {
        String root = event.getRootProcessInstanceId();
        Date known = root == null ? null : byRootInstance.getIfPresent(root);
        if (known != null) {
            event.setRemovalTime(known);
            return;
        }
        super.provideRemovalTime(event);
        if (root != null && event.getRemovalTime() != null) {
            byRootInstance.put(root, event.getRemovalTime());
        }
    }
}

package org.zhiping.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Retained;
import org.zhiping.platform.TimeConfiguration;

/**
 * Every night, what is over is deleted, one short transaction an item. What fails is tried again the next night and stops nothing else;
 * a restart in the middle goes on with what is left, for what is left is all that is found.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 200;

    /** An item that would go tonight; {@code held} stays. */
    public record Due(Retained.Item item, boolean held) {
    }

    private final List<Retained> kinds;
    private final RetentionBook book;
    private final Clock clock;

    Retention(List<Retained> kinds, RetentionBook book, Clock clock) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(Retained::kind)).toList();
        this.book = book;
        this.clock = clock;
    }

    List<Retained> kinds() {
        return kinds;
    }

    /** What would be deleted tonight of one class, and what is over but held; at most so many. */
    List<Due> due(Retained kind, int limit) {
        Period period = book.periods().get(kind.kind());
        return period == null ? List.of() : kind.begunBefore(cutoff(period), "", limit).stream()
                .map(item -> new Due(item, book.held(item.caseNumber()))).toList();
    }

    @Scheduled(cron = "${zhiping.retention:0 30 2 * * *}", zone = TimeConfiguration.ZONE)
    void nightly() {
        int deleted = run();
        if (deleted > 0) {
            LOG.info("{} items were deleted because their time was over; the report is at /desk/retention", deleted);
        }
    }

    /** @return how many items were deleted */
    int run() {
        Map<String, Period> periods = book.periods();
        int deleted = 0;
        for (Retained kind : kinds) {
            Period period = periods.get(kind.kind());
            if (period != null) {
                deleted += each(kind, period, item -> delete(kind, item, period));
            }
        }
        return deleted;
    }

    private int each(Retained kind, Period period, Predicate<Retained.Item> act) {
        int done = 0;
        String after = "";
        List<Retained.Item> page;
        do {
            page = new ArrayList<>(kind.begunBefore(cutoff(period), after, PAGE));
            for (Retained.Item item : page) {
                done += act.test(item) ? 1 : 0;
                after = item.id();
            }
        } while (page.size() == PAGE);
        return done;
    }

    private boolean delete(Retained kind, Retained.Item item, Period period) {
        try {
            return book.delete(kind, item, period);
        } catch (RuntimeException e) {
            LOG.error("{} {} could not be deleted and stays until the next night", kind.kind(), item.id(), e);
            return false;
        }
    }

    private Instant cutoff(Period period) {
        return period.cutoff(LocalDate.now(clock)).atStartOfDay(clock.getZone()).toInstant();
    }
}

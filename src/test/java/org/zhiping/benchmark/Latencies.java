package org.zhiping.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long each call took, as its client saw it. */
final class Latencies {

    private final Map<Act, List<Long>> nanos = new ConcurrentHashMap<>();

    void add(Act act, long took) {
        nanos.computeIfAbsent(act, first -> Collections.synchronizedList(new ArrayList<>())).add(took);
    }

    Map<Act, List<Long>> sorted() {
        Map<Act, List<Long>> sorted = new java.util.HashMap<>();
        nanos.forEach((act, all) -> sorted.put(act, all.stream().sorted().toList()));
        return sorted;
    }

    /** @param share 0.5 for the median */
    static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}

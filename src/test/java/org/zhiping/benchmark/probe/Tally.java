package org.zhiping.benchmark.probe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What one kind of action has asked of the database. */
final class Tally {

    private final LongAdder requests = new LongAdder();
    private final LongAdder executions = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();

    void execution(String text, int statements) {
        executions.increment();
        text(text).add(statements);
    }

    void transaction() {
        transactions.increment();
    }

    void request(long nanos) {
        requests.increment();
        cpuNanos.add(nanos);
    }

    void add(Tally other) {
        executions.add(other.executions.sum());
        transactions.add(other.transactions.sum());
        other.texts.forEach((text, statements) -> text(text).add(statements.sum()));
    }

    private LongAdder text(String text) {
        return texts.computeIfAbsent(text, first -> new LongAdder());
    }

    Map<String, Object> figures() {
        Map<String, Long> byText = new TreeMap<>();
        texts.forEach((text, statements) -> byText.put(text, statements.sum()));
        return Map.of("requests", requests.sum(), "executions", executions.sum(), "transactions", transactions.sum(),
                "statements", byText.values().stream().mapToLong(Long::longValue).sum(), "cpuNanos", cpuNanos.sum(), "texts", byText);
    }
}

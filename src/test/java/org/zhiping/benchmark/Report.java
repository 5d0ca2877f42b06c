package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One measurement as JSON: what a case costs, and where. */
final class Report {

    private static final int TEXTS = 40;
    private static final int LONGEST_TEXT = 160;

    private final int cases;
    private final double seconds;
    private final Map<Act, List<Long>> latencies;
    private final JsonNode counted;
    private final double jvmMillis;
    private final DatabaseServer.Figures database;
    private final Map<String, String> backgroundSteps;

    Report(int cases, double seconds, Latencies latencies, JsonNode counted, double jvmMillis, DatabaseServer.Figures database,
           Map<String, String> backgroundSteps) {
        this.cases = cases;
        this.seconds = seconds;
        this.latencies = latencies.sorted();
        this.counted = counted;
        this.jvmMillis = jvmMillis;
        this.database = database;
        this.backgroundSteps = backgroundSteps;
    }

    double actionsPerSecond() {
        return count(Act.Kind.ACTION) / seconds;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", cases);
        figures.put("seconds", rounded(seconds));
        figures.put("casesPerSecond", rounded(cases / seconds));
        figures.put("actionsPerSecond", rounded(actionsPerSecond()));
        figures.put("peakHeapMiB", counted.get("peakHeapBytes").longValue() >> 20);
        figures.put("perCase", per(cases));
        figures.put("perAction", per(count(Act.Kind.ACTION)));
        figures.put("byAct", byAct());
        figures.put("background", background());
        figures.put("statementsPerCase", texts());
        return figures;
    }

    private Map<String, Object> per(double number) {
        Map<String, Object> per = new LinkedHashMap<>();
        for (Act.Kind kind : Act.Kind.values()) {
            per.put("calls " + kind, rounded(count(kind) / number));
        }
        for (String what : List.of("statements", "executions")) {
            per.put(what, rounded(total(what) / number));
        }
        per.put("transactions", rounded(database.transactions() / number));
        per.put("rowsInserted", rounded(database.inserted() / number));
        per.put("rowsUpdated", rounded(database.updated() / number));
        per.put("rowsUpdatedInPlace", rounded(database.hotUpdated() / number));
        per.put("rowsDeleted", rounded(database.deleted() / number));
        per.put("walKiB", rounded(database.walBytes() / 1024.0 / number));
        per.put("walFullPages", rounded(database.walFullPages() / number));
        per.put("jvmCpuMillis", rounded(jvmMillis / number));
        if (database.cpuMillis() != null) {
            per.put("postgresCpuMillis", rounded(database.cpuMillis() / number));
        }
        return per;
    }

    private Map<String, Object> byAct() {
        Map<String, Object> acts = new LinkedHashMap<>();
        latencies.keySet().stream().sorted(Comparator.comparing(Act::kind).thenComparing(Act::name)).forEach(act -> {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("kind", act.kind()));
            List<Long> nanos = latencies.get(act);
            line.put("perCase", rounded((double) nanos.size() / cases));
            line.put("p50", rounded(Latencies.millis(nanos, 0.5)));
            line.put("p95", rounded(Latencies.millis(nanos, 0.95)));
            line.put("p99", rounded(Latencies.millis(nanos, 0.99)));
            line.putAll(each(counted.get("actions").path(act.name()), nanos.size()));
            acts.put(act.name(), line);
        });
        return acts;
    }

    /** Jobs of the engine, and the look-out for them. */
    private Map<String, Object> background() {
        Map<String, Object> steps = new TreeMap<>();
        counted.get("actions").fields().forEachRemaining(tally -> {
            if (tally.getKey().startsWith("job ")) {
                double runs = Math.max(1, tally.getValue().get("requests").doubleValue());
                Map<String, Object> line = new LinkedHashMap<>(Map.of("perCase", rounded(runs / cases)));
                line.putAll(each(tally.getValue(), runs));
                steps.put(steps.size() + " " + backgroundSteps.getOrDefault(tally.getKey().substring("job ".length()), tally.getKey()), line);
            }
        });
        return steps;
    }

    private static Map<String, Object> each(JsonNode tally, double number) {
        Map<String, Object> each = new LinkedHashMap<>();
        for (String what : List.of("statements", "executions", "transactions")) {
            each.put(what, rounded(tally.path(what).doubleValue() / number));
        }
        each.put("cpuMillis", rounded(tally.path("cpuNanos").doubleValue() / 1e6 / number));
        return each;
    }

    private Map<String, Object> texts() {
        Map<String, Long> counts = new TreeMap<>();
        counted.get("actions").forEach(tally -> tally.get("texts").fields().forEachRemaining(text ->
                counts.merge(text.getKey().replaceAll("\\s+", " ").strip(), text.getValue().longValue(), Long::sum)));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(TEXTS)
                .collect(Collectors.toMap(text -> shortened(text.getKey()), text -> rounded(text.getValue() / (double) cases),
                        (one, other) -> one, LinkedHashMap::new));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT / 2) + " … " + text.substring(text.length() - LONGEST_TEXT / 2);
    }

    private double count(Act.Kind kind) {
        return latencies.entrySet().stream().filter(entry -> entry.getKey().kind() == kind).mapToInt(entry -> entry.getValue().size()).sum();
    }

    private double total(String what) {
        double total = 0;
        for (JsonNode tally : counted.get("actions")) {
            total += tally.get(what).doubleValue();
        }
        return total;
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal.Fault;

/** Weights of rubric lines as an institution writes them: {@code 1:30 2:50 6:20}, percents with two decimals at most. */
final class Weights {

    private static final String WEIGHT = "[\\w.-]+:\\d{1,3}(\\.\\d{1,2})?";
    private static final Pattern WRITTEN = Pattern.compile(WEIGHT + "(\\s+" + WEIGHT + ")*");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Weights() {
    }

    static Map<String, BigDecimal> read(String text) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        entries(text).forEach(entry -> weights.put(entry.getKey(), entry.getValue()));
        return weights;
    }

    private static List<Map.Entry<String, BigDecimal>> entries(String text) {
        List<Map.Entry<String, BigDecimal>> entries = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            int colon = word.lastIndexOf(':');
            entries.add(Map.entry(word.substring(0, colon), new BigDecimal(word.substring(colon + 1))));
        }
        return entries;
    }

    /** What is wrong with weights for these lines; each line must have one above zero, and together they make 100. */
    static Optional<Fault> fault(String key, String name, String text, List<String> lines) {
        if (!WRITTEN.matcher(text.strip()).matches()) {
            return Optional.of(new Fault(key, "parameter-weights-malformed", name));
        }
        List<Map.Entry<String, BigDecimal>> entries = entries(text);
        List<String> named = entries.stream().map(Map.Entry::getKey).toList();
        if (named.size() != lines.size() || !new HashSet<>(named).equals(new HashSet<>(lines))) {
            return Optional.of(new Fault(key, "parameter-weights-lines", name, String.join(" ", lines)));
        }
        if (entries.stream().anyMatch(entry -> entry.getValue().signum() == 0)) {
            return Optional.of(new Fault(key, "parameter-weights-malformed", name));
        }
        BigDecimal sum = entries.stream().map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(WHOLE) == 0 ? Optional.empty()
                : Optional.of(new Fault(key, "parameter-weights-sum", name, sum.toPlainString()));
    }
}

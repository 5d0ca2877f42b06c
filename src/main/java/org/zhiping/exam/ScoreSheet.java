package org.zhiping.exam;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhiping.platform.Refusal;

/** The scores of one scorer in one session: a draft until confirmed, and again after the verifier sends it back. */
public final class ScoreSheet {

    private final String sessionNumber;
    private final String scorer;
    private final Map<String, Marks> marks;
    private Instant confirmedAt;

    ScoreSheet(String sessionNumber, String scorer, Map<String, Marks> marks, Instant confirmedAt) {
        this.sessionNumber = sessionNumber;
        this.scorer = scorer;
        this.marks = new TreeMap<>(marks);
        this.confirmedAt = confirmedAt;
    }

    /** Replaces the marks of these cases; empty marks are taken back. */
    void enter(Map<String, Marks> entries) {
        if (confirmed()) {
            throw Refusal.conflict("sheet-confirmed");
        }
        marks.putAll(entries);
        marks.values().removeIf(Marks::empty);
    }

    void confirm(Collection<Seat> present, Instant at) {
        if (confirmed()) {
            throw Refusal.conflict("sheet-confirmed");
        }
        long open = present.stream().filter(seat -> !scores().containsKey(seat.caseNumber())).count();
        if (open > 0) {
            throw Refusal.invalid("sheet", "sheet-incomplete", open);
        }
        confirmedAt = at;
    }

    public String sessionNumber() {
        return sessionNumber;
    }

    public String scorer() {
        return scorer;
    }

    /** Totals by case number. */
    public Map<String, Points> scores() {
        return marks.entrySet().stream().filter(entry -> entry.getValue().total() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().total()));
    }

    /** Totals and lines by case number. */
    public Map<String, Marks> marks() {
        return Map.copyOf(marks);
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }
}

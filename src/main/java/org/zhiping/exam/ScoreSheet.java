package org.zhiping.exam;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.zhiping.platform.Refusal;

/** The scores of one scorer in one session: a draft until confirmed, and again after the verifier sends it back. */
public final class ScoreSheet {

    private final String sessionNumber;
    private final String scorer;
    private final Map<String, Points> scores;
    private Instant confirmedAt;

    ScoreSheet(String sessionNumber, String scorer, Map<String, Points> scores, Instant confirmedAt) {
        this.sessionNumber = sessionNumber;
        this.scorer = scorer;
        this.scores = new TreeMap<>(scores);
        this.confirmedAt = confirmedAt;
    }

    /** Replaces the scores of these cases; a null takes a score back. */
    void enter(Map<String, Points> entries) {
        if (confirmed()) {
            throw Refusal.conflict("sheet-confirmed");
        }
        entries.forEach((caseNumber, points) -> {
            if (points == null) {
                scores.remove(caseNumber);
            } else {
                scores.put(caseNumber, points);
            }
        });
    }

    void confirm(Collection<Seat> present, Instant at) {
        if (confirmed()) {
            throw Refusal.conflict("sheet-confirmed");
        }
        long open = present.stream().filter(seat -> !scores.containsKey(seat.caseNumber())).count();
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

    /** By case number. */
    public Map<String, Points> scores() {
        return Map.copyOf(scores);
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }
}

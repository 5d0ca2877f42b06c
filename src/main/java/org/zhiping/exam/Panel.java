package org.zhiping.exam;

import static org.zhiping.exam.PanelState.APPOINTED;
import static org.zhiping.exam.PanelState.CONCLUDED;
import static org.zhiping.exam.PanelState.CONFIRMED;
import static org.zhiping.exam.PanelState.DISSOLVED;
import static org.zhiping.exam.PanelState.OPENED;
import static org.zhiping.exam.PanelState.SCORED;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhiping.platform.Refusal;

/** The panel 评审组 that assesses one part of one case. Its members score blind to each other. */
public final class Panel {

    private final long id;
    private final String caseNumber;
    private final String part;
    private final int version;
    private PanelState state;
    private PanelPlan plan;
    private final Map<String, PanelScore> scores;
    private String minutes;

    Panel(long id, String caseNumber, String part, PanelState state, PanelPlan plan, Map<String, PanelScore> scores,
          String minutes, int version) {
        this.id = id;
        this.caseNumber = caseNumber;
        this.part = part;
        this.state = state;
        this.plan = plan;
        this.scores = new LinkedHashMap<>(scores);
        this.minutes = minutes;
        this.version = version;
    }

    /** A panel that is appointed again, because a member left, starts its scoring anew. */
    void appoint(PanelPlan wanted) {
        expect(OPENED, APPOINTED);
        if (wanted.members().isEmpty()) {
            throw Refusal.invalid("members", "panel-members-needed");
        }
        if (new HashSet<>(wanted.members()).size() < wanted.members().size()) {
            throw Refusal.invalid("members", "panel-member-twice");
        }
        if (!wanted.members().contains(wanted.chair())) {
            throw Refusal.invalid("chair", "panel-chair-not-member");
        }
        plan = wanted;
        scores.clear();
        state = APPOINTED;
    }

    void score(String member, PanelScore given) {
        expect(APPOINTED);
        if (!plan.members().contains(member)) {
            throw Refusal.forbidden("panel-not-member");
        }
        if (scores.containsKey(member)) {
            throw Refusal.conflict("panel-already-scored");
        }
        if (given.opinion().isBlank()) {
            throw Refusal.invalid("opinion", "opinion-needed");
        }
        scores.put(member, given);
        if (scores.size() == plan.members().size()) {
            state = SCORED;
        }
    }

    void confirm(String person, String text) {
        expect(SCORED);
        if (!plan.chair().equals(person)) {
            throw Refusal.forbidden("panel-not-chair");
        }
        if (text.isBlank()) {
            throw Refusal.invalid("minutes", "panel-minutes-needed");
        }
        minutes = text;
        state = CONFIRMED;
    }

    void conclude() {
        expect(CONFIRMED);
        state = CONCLUDED;
    }

    private void expect(PanelState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw Refusal.conflict("panel-state", caseNumber);
        }
    }

    /** Own score at any time; the others' only for the chair who writes the minutes, and for members after that. */
    public Map<String, PanelScore> scoresSeenBy(String person) {
        boolean member = plan != null && plan.members().contains(person);
        boolean chair = member && plan.chair().equals(person);
        if (state == SCORED && chair || (state == CONFIRMED || state == CONCLUDED) && member) {
            return new LinkedHashMap<>(scores);
        }
        PanelScore own = scores.get(person);
        return own == null ? Map.of() : Map.of(person, own);
    }

    long scoreSum() {
        return scores.values().stream().mapToLong(score -> score.points().hundredths()).sum();
    }

    Map<String, PanelScore> scores() {
        return scores;
    }

    /** How many members have scored. */
    public int submitted() {
        return scores.size();
    }

    long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String part() {
        return part;
    }

    public PanelState state() {
        return state;
    }

    public boolean live() {
        return state != CONCLUDED && state != DISSOLVED;
    }

    /** Null until the panel is appointed. */
    public PanelPlan plan() {
        return plan;
    }

    /** Null until the chair has confirmed them. */
    public String minutes() {
        return minutes;
    }

    int version() {
        return version;
    }
}

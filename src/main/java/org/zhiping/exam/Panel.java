package org.zhiping.exam;

import static org.zhiping.exam.PanelState.APPOINTED;
import static org.zhiping.exam.PanelState.CONCLUDED;
import static org.zhiping.exam.PanelState.CONFIRMED;
import static org.zhiping.exam.PanelState.DISSOLVED;
import static org.zhiping.exam.PanelState.OPENED;
import static org.zhiping.exam.PanelState.RECALLED;
import static org.zhiping.exam.PanelState.SCORED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final List<VoidScore> voided;
    private String minutes;

    Panel(long id, String caseNumber, String part, PanelState state, PanelPlan plan, Map<String, PanelScore> scores,
          List<VoidScore> voided, String minutes, int version) {
        this.id = id;
        this.caseNumber = caseNumber;
        this.part = part;
        this.state = state;
        this.plan = plan;
        this.scores = new LinkedHashMap<>(scores);
        this.voided = new ArrayList<>(voided);
        this.minutes = minutes;
        this.version = version;
    }

    /** Of a panel that is appointed again, members who stay keep their scores; those of the others are void. */
    void appoint(PanelPlan wanted) {
        expect(OPENED, APPOINTED, RECALLED);
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
        scores.forEach((person, score) -> {
            if (!wanted.members().contains(person)) {
                voided.add(new VoidScore(person, score));
            }
        });
        scores.keySet().retainAll(wanted.members());
        state = complete() ? SCORED : APPOINTED;
    }

    /** A member has to leave: nobody scores or confirms before the panel is appointed again. */
    void recall() {
        expect(APPOINTED, SCORED);
        state = RECALLED;
    }

    /** Somebody else scores in the place of a member who has not; a chair hands on the chair as well. */
    void replace(String leaving, String successor) {
        expect(APPOINTED);
        if (!plan.members().contains(leaving)) {
            throw Refusal.forbidden("panel-not-member");
        }
        if (scores.containsKey(leaving)) {
            throw Refusal.conflict("panel-already-scored");
        }
        if (plan.members().contains(successor)) {
            throw Refusal.invalid("members", "panel-member-twice");
        }
        plan = new PanelPlan(plan.members().stream().map(member -> member.equals(leaving) ? successor : member).toList(),
                plan.chair().equals(leaving) ? successor : plan.chair(), plan.heldAt(), plan.minutes(), plan.place());
    }

    /** Something in it has been declared void after it had concluded: it is appointed again, and whoever stays keeps the score. */
    void reopen() {
        expect(CONCLUDED);
        minutes = null;
        state = RECALLED;
    }

    private boolean complete() {
        return scores.size() == plan.members().size();
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
        if (complete()) {
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

    /** Void scores, for whoever sees everybody's scores. */
    public List<VoidScore> voidedSeenBy(String person) {
        return plan != null && scoresSeenBy(person).size() == plan.members().size() ? List.copyOf(voided) : List.of();
    }

    long scoreSum() {
        return scores.values().stream().mapToLong(score -> score.points().millionths()).sum();
    }

    Map<String, PanelScore> scores() {
        return scores;
    }

    /** Scores of members who were replaced: kept on record, never counted. */
    List<VoidScore> voided() {
        return List.copyOf(voided);
    }

    /** Members who still have to score; nobody while the panel is recalled. */
    List<String> awaited() {
        return state == RECALLED ? List.of()
                : plan.members().stream().filter(member -> !scores.containsKey(member)).toList();
    }

    /** How many scores count now: none while the panel is recalled. */
    public int submitted() {
        return state == RECALLED ? 0 : scores.size();
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

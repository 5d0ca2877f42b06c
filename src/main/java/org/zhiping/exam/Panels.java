package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Review panels 评审组: S0 CAPABILITY, S2 REVIEW. */
public interface Panels {

    /** The panel at work on this part of this case, or the last one. */
    Optional<Panel> find(String caseNumber, String part);

    /** The panel that has not concluded this case yet, whichever part it assesses. */
    Optional<Panel> atWork(String caseNumber);

    /** Panels that this person is, or was, a member of; newest first. */
    List<Panel> ofMember(String person);

    /** Panels at work of which this person is a member; the oldest first. */
    List<Panel> atWorkOf(String person);

    /** Appoints members and chair; refused where the staffing rules, roles or recusal 回避 stand against it. */
    void appoint(String caseNumber, String part, PanelPlan plan);

    /** How this part of this case is marked. */
    Marking marking(String caseNumber, String part);

    /**
     * A member's own score with the reasons for it.
     *
     * @param score blank where the lines have weights; then it is computed
     * @param lines by the code of the rubric line
     */
    void score(String caseNumber, String part, String member, Object score, Map<String, ?> lines, String opinion);

    /**
     * Calls off the scoring of the panel at work on this case because a member has to leave; it is then appointed again.
     * Members who stay keep their scores.
     */
    void recall(String caseNumber, String reason, String by);

    /**
     * Puts somebody else in the place of a member who is away and has not scored; the others go on.
     *
     * @throws org.zhiping.platform.Refusal where the member has scored, or the successor is no panel member, sits there already or may
     *         not judge this case
     */
    void replace(String caseNumber, String part, String leaving, String successor);

    /** Why this panel was recalled, the last reason first. */
    List<String> recallReasons(Panel panel);

    /** The chair's minutes; from here on the members may read each other's scores. */
    void confirm(String caseNumber, String part, String chair, String minutes);
}

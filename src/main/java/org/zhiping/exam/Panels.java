package org.zhiping.exam;

import java.util.List;
import java.util.Optional;

/** Review panels 评审组: S0 CAPABILITY, S2 REVIEW. */
public interface Panels {

    /** The panel at work on this part of this case, or the last one. */
    Optional<Panel> find(String caseNumber, String part);

    /** Panels that this person is, or was, a member of; newest first. */
    List<Panel> ofMember(String person);

    /** Appoints members and chair; refused where the staffing rules, roles or recusal 回避 stand against it. */
    void appoint(String caseNumber, String part, PanelPlan plan);

    /** A member's own score with the reasons for it. */
    void score(String caseNumber, String part, String member, Object score, String opinion);

    /** The chair's minutes; from here on the members may read each other's scores. */
    void confirm(String caseNumber, String part, String chair, String minutes);
}

package org.zhiping.standard;

import java.util.List;
import java.util.Map;
import org.zhiping.platform.Refusal;

/**
 * What a standard and the institution's tables say, asked outside a case. Inside a case the same tables run as business
 * rule tasks. Facts are flat maps; parameters of a round are added to them with {@link #parameterFacts}.
 */
public interface Rulebook {

    /** What the table of the assessment plan answers when no part is left. */
    String NO_MORE_PARTS = "none";

    /** @throws Refusal (INVALID) when this level or direction does not exist, or not together; "" is no direction */
    void checkCombination(String standard, String edition, String level, String direction);

    EligibilityAnswer eligibility(String standard, String edition, Map<String, ?> facts);

    /** The outcome alone, as the decision engine finds it: the last word wherever a step hangs on it. */
    String decidedEligibility(String standard, String edition, Map<String, ?> facts);

    /** Id of the version of the table of conditions that is asked now. */
    String eligibilityTable(String standard, String edition);

    /** Facts: those of the eligibility, the claimed {@code condition}, {@code applicantKind}, the round's parameters. */
    List<RequiredMaterial> materials(String standard, String edition, Map<String, ?> facts);

    /** Codes of the parts of a level in their order. */
    List<String> parts(String standard, String edition, String level);

    /** {@code session} or {@code panel}. */
    String conductedBy(String standard, String edition, String part);

    /** {@code sufficient}, or the code of the first shortage. */
    String staffing(String standard, String edition, Map<String, ?> facts);

    /** Ids that have neither a value nor a default; a round with any cannot open. */
    List<String> missingParameters(String standard, String edition, List<String> levels, Map<String, String> values);

    /** What is wrong with the values that are given; a missing one is no fault. */
    List<Refusal.Fault> parameterFaults(String standard, String edition, List<String> levels, Map<String, String> values);

    /** The values with defaults filled in, numbers as numbers: facts for a decision. */
    Map<String, Object> parameterFacts(String standard, String edition, Map<String, String> values);

    /**
     * What a part is judged by, with the weights that the round sets for this level and direction.
     *
     * @param direction empty where the directions are judged alike
     */
    Rubric rubric(String standard, String edition, String level, String direction, String part, Map<String, String> values);

    /** The scale of scores: the standard's, else the institution's. */
    Scale scale(String standard, String edition, Map<String, String> values);
}

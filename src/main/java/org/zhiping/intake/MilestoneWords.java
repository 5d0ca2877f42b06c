package org.zhiping.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a feature has to say in the notice of a milestone beside the milestone's own arguments. It is asked when the applicant is
 * told, in the same transaction, and is kept with the notice alone.
 */
public interface MilestoneWords {

    Milestone milestone();

    /** Plain text by the name under which the notice's template has it; several lines where it is a list. */
    Map<String, String> of(MilestoneReached reached, Locale language);

    /** What all these have to say of this milestone. */
    static Map<String, String> all(List<MilestoneWords> words, MilestoneReached reached, Locale language) {
        Map<String, String> said = new HashMap<>();
        words.stream().filter(one -> one.milestone() == reached.milestone()).forEach(one -> said.putAll(one.of(reached, language)));
        return said;
    }
}

package org.zhiping.standard;

import java.util.List;

/**
 * A part 评价科目 of the evaluation.
 *
 * @param conductedBy {@code session} or {@code panel}
 * @param minMinutes  the least duration that the standard asks for; null where it is silent
 * @param levels      the levels that take this part
 * @param rubric      {@code work} or {@code items}: the lines by which it is judged; null where the standard gives none
 */
public record Part(String code, String name, String nameEn, String conductedBy, Integer minMinutes, List<String> levels,
                   String clause, String rubric) implements Named {

    public static final String SESSION = "session";
    public static final String PANEL = "panel";

    public Part {
        levels = Lists.copy(levels);
    }
}

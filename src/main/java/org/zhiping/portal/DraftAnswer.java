package org.zhiping.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiping.intake.ClaimFields;
import org.zhiping.intake.Claims;

/**
 * What a page is told after it has sent its form, without that any field of it is exchanged.
 *
 * @param contributed what others changed meanwhile
 * @param renewed     others have added or taken away rows: the page has to be shown anew
 */
public record DraftAnswer(List<Contribution> contributed, boolean renewed) {

    /**
     * @param field its name on the page
     * @param claim its name among the claims
     */
    public record Contribution(String field, String claim, String value) {
    }

    static DraftAnswer of(ClaimsForm form, Claims merged) {
        Map<String, String> typed = ClaimFields.of(form.claims());
        Map<String, String> result = new LinkedHashMap<>(ClaimFields.of(merged));
        if (!typed.keySet().equals(result.keySet())) {
            return new DraftAnswer(List.of(), true);
        }
        List<Contribution> contributed = new ArrayList<>();
        result.forEach((field, value) -> {
            if (!value.equals(typed.get(field))) {
                contributed.add(new Contribution(form.shown(field), field, value));
            }
        });
        return new DraftAnswer(contributed, false);
    }
}

package org.zhiping.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiping.intake.Supplement;
import org.zhiping.intake.SupplementState;
import org.zhiping.platform.Language;

/**
 * One item that a return named: what was wrong with it, and what has come of it.
 *
 * @param reasons chosen by code
 * @param text    what the reviewer wrote; may be empty
 */
public record ReturnedItem(SupplementState state, List<Reason> reasons, String text) {

    public Supplement.Item item() {
        return state.item();
    }

    public boolean material() {
        return item().kind() == Supplement.Kind.MATERIAL;
    }

    public boolean answered() {
        return state.answered();
    }

    /** What is wrong by code, in the language of the request. */
    public List<String> words() {
        return reasons.stream().map(reason -> reason.in(Language.now())).toList();
    }

    /** What to do about it. */
    public List<String> advice() {
        return reasons.stream().map(reason -> reason.adviceIn(Language.now())).distinct().toList();
    }

    /** All that is wrong, in one line. */
    String wrong(Locale language) {
        return reasons.stream().map(reason -> reason.in(language)).collect(Collectors.joining(language.equals(Language.ENGLISH) ? ". " : "；"));
    }
}

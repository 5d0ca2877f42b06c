package org.zhiping.portal;

import java.util.List;
import java.util.Set;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Supplement;
import org.zhiping.page.MaterialLines;
import org.zhiping.review.ReturnedItem;

/**
 * What the pages of an application show of its return.
 *
 * @param supplement null where everything may be changed
 * @param open       materials for which files are taken now
 */
public record Returned(Supplement supplement, List<ReturnedItem> items, Set<String> open) {

    /** Whether the return named items; otherwise everything may be changed. */
    public boolean named() {
        return supplement != null;
    }

    /** Whether anything in the form may be changed. */
    public boolean opensForm() {
        return !named() || supplement.opensForm();
    }

    public boolean opens(String field) {
        return !named() || supplement.opens(field);
    }

    public boolean opensIn(String list) {
        return !named() || supplement.opensIn(list);
    }

    /** Whether a row of the form has to stay as it is. */
    public boolean settled(Claims now, String list, int row) {
        return named() && supplement.settled(now, list, row);
    }

    public boolean takes(MaterialLines.Line line) {
        return !named() || open.contains(line.requirement().material());
    }

    /** The item about a material; null where the return did not name it. */
    public ReturnedItem of(MaterialLines.Line line) {
        return items.stream().filter(item -> item.material()
                && (item.item().id().equals(line.requirement().material()) || line.requirement().takes(item.item().id()))).findFirst().orElse(null);
    }

    /** Facts and questions. */
    public List<ReturnedItem> statements() {
        return items.stream().filter(item -> !item.material()).toList();
    }

    /** As they were when the application was returned. */
    public List<ReturnedItem> untouched() {
        return items.stream().filter(item -> !item.answered()).toList();
    }
}

package org.zhiping.platform;

import java.time.Instant;
import java.util.List;

/**
 * A class of data that is deleted when its time is over. The institution sets the time of each class; a class without a time is kept.
 * A bean of this kind stands for one class: what begins its clock is said in the text {@code retention.<kind>.begins}, its name in
 * {@code retention.<kind>}, in both languages.
 */
public interface Retained {

    /** Lower-case with hyphens, as {@code id-copies}; stored, so it never changes. */
    String kind();

    /**
     * Items whose clock began before a moment and that are not deleted yet, in the order of their ids.
     *
     * @param after only ids that sort after this one (as text, {@code collate "C"}); empty for the first page
     * @param limit at most so many
     */
    List<Item> begunBefore(Instant begun, String after, int limit);

    /**
     * Deletes what is personal in an item for good: bytes and texts are gone, not marked. What must stay, as a row others refer to,
     * stays and says that it was deleted. It runs in a short transaction of the caller; an item that is already gone is let be.
     *
     * @param because a sentence for the row that stays, without personal data
     */
    void delete(Item item, String because);

    /**
     * @param id         of the item within its class, without personal data
     * @param caseNumber whose hold stops the clock; null when it belongs to no case
     * @param begun      when its clock began
     */
    record Item(String id, String caseNumber, Instant begun) {
    }
}

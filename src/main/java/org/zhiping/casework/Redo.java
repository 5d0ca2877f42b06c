package org.zhiping.casework;

import java.util.Set;

/** How an act of some kind is done again after it was declared void. */
interface Redo {

    /**
     * @param latest    whether nobody has done the same since; what was done again already stands
     * @param successor who does it instead, or blank
     */
    record Wish(Duties.Act act, boolean latest, String successor, String reason, String by) {

        String caseNumber() {
            return act.caseNumber();
        }
    }

    /**
     * What came of it.
     *
     * @param said  what is kept nowhere else of the void act
     * @param told  account ids of those whose open tasks have gone
     * @param whole whether the act is void for every case of its session
     */
    record Done(String said, Set<String> told, boolean whole) {

        static Done marked() {
            return new Done("", Set.of(), false);
        }

        static Done told(Set<String> people) {
            return new Done("", people, false);
        }
    }

    /** User-task ids. */
    Set<String> tasks();

    /** The case is locked and under way. */
    Done again(Wish wish);
}

package org.zhiping.intake;

import java.util.Map;

/**
 * How many people a round has.
 *
 * @param drafts       begun and not handed in
 * @param open         handed in and still under way
 * @param taken        places that are taken: handed in, and neither withdrawn, lapsed nor cancelled
 * @param takenByLevel the same by level; a level that nobody applies for is missing
 */
public record RoundUse(int drafts, int open, int taken, Map<String, Integer> takenByLevel) {

    public RoundUse {
        takenByLevel = Map.copyOf(takenByLevel);
    }

    /** Places left in the round; null is no limit. */
    public Integer left(Round round) {
        return round.capacity() == null ? null : Math.max(0, round.capacity() - taken);
    }

    /** Places left for a level; null is no limit of its own. */
    public Integer left(Round round, String level) {
        Integer places = round.levelCapacity().get(level);
        return places == null ? null : Math.max(0, places - takenByLevel.getOrDefault(level, 0));
    }

    public boolean full(Round round, String level) {
        Integer inAll = left(round);
        Integer atLevel = left(round, level);
        return inAll != null && inAll == 0 || atLevel != null && atLevel == 0;
    }
}

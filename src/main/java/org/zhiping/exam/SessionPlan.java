package org.zhiping.exam;

import java.time.Instant;
import java.util.List;

/**
 * When, where and by whom a session is held. Somebody named twice counts once.
 *
 * @param capacity     seats in the room, or null when it is no limit
 * @param invigilators account ids 监考人员
 * @param scorers      account ids: the marker of a THEORY session, the assessors 考评人员 of a SKILL session
 */
public record SessionPlan(Instant startsAt, int minutes, String room, Integer capacity, List<String> invigilators,
                          List<String> scorers) {

    public SessionPlan {
        invigilators = invigilators.stream().distinct().toList();
        scorers = scorers.stream().distinct().toList();
    }

    /** Somebody else in each duty that this person has. */
    SessionPlan with(String leaving, String successor) {
        return new SessionPlan(startsAt, minutes, room, capacity,
                invigilators.stream().map(person -> person.equals(leaving) ? successor : person).toList(),
                withScorer(leaving, successor).scorers());
    }

    SessionPlan withScorer(String leaving, String successor) {
        return new SessionPlan(startsAt, minutes, room, capacity, invigilators,
                scorers.stream().map(scorer -> scorer.equals(leaving) ? successor : scorer).toList());
    }
}

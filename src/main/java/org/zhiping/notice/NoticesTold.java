package org.zhiping.notice;

import java.util.List;

/**
 * A notice about a case or a session has reached these people; published once for all of them, after {@link NoticeTold} for each.
 *
 * @param number case or session; empty where it is about a person's account
 */
public record NoticesTold(String number, String kind, List<NoticeTold> told) {

    public NoticesTold {
        told = List.copyOf(told);
    }
}

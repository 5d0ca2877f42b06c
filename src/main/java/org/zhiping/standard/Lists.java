package org.zhiping.standard;

import java.util.List;

/** A list left out of a pack is empty, and no list of a pack can change. */
final class Lists {

    private Lists() {
    }

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

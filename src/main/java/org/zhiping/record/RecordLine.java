package org.zhiping.record;

import java.time.Instant;
import java.util.List;

/**
 * An entry as somebody may see it.
 *
 * @param subject the task, decision or notice; empty where there is none
 * @param account of the actor where that may be named; else empty
 * @param role    in words; empty where there is none
 * @param hash    the first digits of its hash
 */
public record RecordLine(int position, Instant at, String title, String subject, String who, String account, String role, List<Detail> details,
                         List<Detail> basis, boolean takenOver, boolean erased, String hash) {

    public record Detail(String label, String value) {
    }
}

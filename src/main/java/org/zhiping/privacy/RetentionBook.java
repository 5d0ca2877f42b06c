package org.zhiping.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhiping.platform.Retained;

/** The institution's periods, the holds, and the report of what was deleted. */
interface RetentionBook {

    /** A case of which nothing is deleted; {@code liftedAt} null while it holds. */
    record Hold(long id, String caseNumber, String reason, String setBy, Instant setAt, String liftedBy, Instant liftedAt) {
    }

    /** One line of the report. */
    record Deleted(String kind, String item, String caseNumber, Instant begun, Period period, Instant at) {
    }

    /** Classes without a period are not in it. */
    Map<String, Period> periods();

    /** @param period null takes the period back, and the class is kept again */
    void set(String kind, Period period, String by);

    /** Newest first, lifted ones too. */
    List<Hold> holds();

    boolean held(String caseNumber);

    /** @throws org.zhiping.platform.Refusal when there is no such case, it is held already, or no reason is given */
    void hold(String caseNumber, String reason, String by);

    /** @throws org.zhiping.platform.Refusal when it is not held */
    void lift(String caseNumber, String by);

    /** Deletes one item and writes it into the report, in one transaction; false when it is held, or another server did it. */
    boolean delete(Retained kind, Retained.Item item, Period period);

    /** Newest first. */
    List<Deleted> report(Instant from, Instant until, int limit);

    long deleted(String kind);
}

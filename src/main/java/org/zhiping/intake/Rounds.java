package org.zhiping.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All rounds of the institution. Who may act is decided by the caller; every act is kept in the round's history. */
public interface Rounds {

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    Round find(String number);

    /** Those that take applications at this moment. */
    List<Round> open();

    /** Newest first. */
    List<Round> all();

    Round plan(RoundPlan plan);

    /** Plans a round after another one, which the history names. */
    Round clone(String number, RoundPlan plan);

    /**
     * Replaces everything but the standard, while the round is planned.
     *
     * @param version that the officer saw
     * @throws org.zhiping.platform.Refusal (CONFLICT) when somebody else has changed it since
     */
    Round change(String number, int version, RoundPlan plan);

    /** A second time it stays open. @throws org.zhiping.platform.Refusal naming each parameter that has no value yet */
    void open(String number);

    /** Before its window ends; drafts lapse. */
    void close(String number, String reason);

    /** Opens it again if it was closed. @param until later than now and than the present end */
    void extend(String number, Instant until, String reason);

    /** @param places null is no limit; never fewer than are taken */
    void limit(String number, Integer places, Map<String, Integer> byLevel);

    /** Ends the round at once and its open cases one after the other; each applicant is told the reason. */
    void cancel(String number, String reason);

    RoundUse use(String number);

    /** By number. */
    Map<String, RoundUse> use(Collection<String> numbers);

    /** Oldest first. */
    List<RoundAct> history(String number);
}

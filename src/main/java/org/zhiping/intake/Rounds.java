package org.zhiping.intake;

import java.util.List;
import java.util.Map;

/** All rounds of the institution. */
public interface Rounds {

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    Round find(String number);

    /** Those that take applications at this moment. */
    List<Round> open();

    /** Newest first. */
    List<Round> all();

    Round plan(RoundPlan plan);

    /** Replaces the parameters of a round that is still planned. */
    void setParameters(String number, Map<String, String> parameters);

    /** @throws org.zhiping.platform.Refusal naming each parameter that has no value yet */
    void open(String number);

    void close(String number);
}

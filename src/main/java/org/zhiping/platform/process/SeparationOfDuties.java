package org.zhiping.platform.process;

/** Asked by the engine's gate before a person claims, is assigned, or completes a task. */
public interface SeparationOfDuties {

    /** @throws org.zhiping.platform.Refusal (FORBIDDEN) when this person may not do this task of this case */
    void check(FormTask task, String person);

    /**
     * Before a person settles who does a task or has it no longer: assigns it, hands it over, releases it for its holder. What they did
     * in the case themselves does not matter here.
     *
     * @throws org.zhiping.platform.Refusal (FORBIDDEN) when the applicant is this person, or somebody whose case they must keep out of
     */
    void checkGiver(FormTask task, String person);

    /**
     * Before a person who has not taken the task reads in its form what the case is about.
     *
     * @throws org.zhiping.platform.Refusal (FORBIDDEN) when the applicant is this person, or somebody whose case they must keep out of
     */
    void checkReader(FormTask task, String person);

    /** Called in the completing transaction, so that later checks know who did what. */
    void record(FormTask task, String person);
}

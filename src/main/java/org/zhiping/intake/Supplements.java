package org.zhiping.intake;

import java.util.List;
import java.util.Optional;

/** What returns have asked of applicants, and what came of it. Those of earlier versions are not among them. */
public interface Supplements {

    /**
     * Said with every return, before the applicant may act.
     *
     * @param number of the review round that ends with it
     * @param items  empty to give back the whole application
     */
    void ask(Application application, int number, List<Supplement.Item> items);

    /** Oldest first. */
    List<Supplement> of(String caseNumber);

    /** What this return asked for. */
    default Optional<Supplement> of(String caseNumber, int number) {
        return of(caseNumber).stream().filter(supplement -> supplement.number() == number).findFirst();
    }

    /** What the applicant has to put right now; empty unless returned, and where the whole application was given back. */
    Optional<Supplement> current(Application application);

    /** How each item stands, in the order in which it was asked for. */
    List<SupplementState> states(Application application, Supplement supplement);
}

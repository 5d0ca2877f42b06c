package org.zhiping.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declared relations between staff and applicants. Who may declare and lift is decided by the caller. */
interface Relations {

    /**
     * Exactly one of the last two is given.
     *
     * @param person fingerprint of the identity document, see {@link org.zhiping.intake.PersonIndex}
     */
    record Draft(String account, RelationKind kind, LocalDate from, LocalDate until, String reason, String personName,
                 String caseNumber, String person) {
    }

    long add(Draft draft, String by);

    Optional<Relation> find(long id);

    void lift(long id, String because, String by);

    /** Newest first, lifted ones too. */
    List<Relation> of(Collection<String> accounts);

    /** Those that stand between this account and the applicants of these cases, by case number. */
    Map<String, List<Relation>> between(String account, Collection<String> caseNumbers);

    /** Whether the person that the relation is to is the one of this account, or somebody to whom the account has a relation that stands. */
    boolean touches(long id, String account);

    /** Cases under way that a relation concerns. */
    Collection<String> cases(long id);
}

package org.zhiping.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Persons as keyed hashes of their identity documents, equal for the same person in every application, so that a person is found
 * without reading anybody's number.
 */
public interface PersonIndex {

    /** @throws org.zhiping.platform.Refusal (INVALID) at {@code idNumber} when it can be no document of this type */
    String of(String idType, String idNumber);

    /** By case number; a case whose document is not valid yet is missing. */
    Map<String, String> of(Collection<String> caseNumbers);

    /**
     * Those of the cases whose applicant is the person of this account: who has also applied with it, whichever account the case itself was
     * begun with, or whose document is recorded with it ({@link StaffDocuments}).
     */
    Set<String> ofAccount(String account, Collection<String> caseNumbers);

    /** Whether the applicant is the person of this account, whichever account the case was begun with. */
    default boolean isOwn(String account, Application application) {
        return application.applicant().equals(account) || !ofAccount(account, List.of(application.caseNumber())).isEmpty();
    }

    /** Account ids with which this person has applied, or has begun to, or works. */
    Set<String> accounts(String person);

    /** Cases of this person that are under way and handed in. */
    Collection<String> casesUnderWay(String person);
}

package org.zhiping.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything an applicant does, for the portal's pages and the REST API alike. Each call names the account that acts;
 * a case of somebody else is as unknown as one that does not exist.
 */
public interface Intake {

    /** Starts a draft. {@code direction} is null or empty where the standard has none. */
    Application start(String account, String roundNumber, String level, String direction);

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    Application open(String account, String caseNumber);

    /** Newest first. */
    List<Application> mine(String account);

    /**
     * Saves what was typed, however incomplete.
     *
     * @param version of the application that the person saw; null to overwrite whatever is there
     * @throws ChangedMeanwhile when somebody saved since, with the fields that differ
     */
    Application save(String account, String caseNumber, Claims claims, Integer version);

    /** What is to be said while a draft is being filled in. */
    DraftCheck check(String account, String caseNumber);

    Eligibility eligibility(String account, String caseNumber);

    List<Requirement> requirements(String account, String caseNumber);

    AttachedFile attach(String account, String caseNumber, String material, String fileName, InputStream content);

    /** Puts a file in the place of another; what had been handed in stays on the case file. */
    AttachedFile replace(String account, String caseNumber, UUID document, String fileName, InputStream content);

    void detach(String account, String caseNumber, UUID document);

    void submit(String account, String caseNumber);

    /** Hands a returned application in again; every item that was asked for has to be answered. */
    void supplement(String account, String caseNumber);

    /**
     * Hands a returned application in again.
     *
     * @param asItIs whether the person knows that some of what was asked for is as it was
     * @throws org.zhiping.platform.Refusal (INVALID) naming each item that is as it was, unless the person knows
     */
    void supplement(String account, String caseNumber, boolean asItIs);

    /** Says something to an item of the return, with a file or instead of one; an empty note takes it back. */
    void note(String account, String caseNumber, int position, String note);

    /** Materials of the list for which files are taken now: all, or after a return those that it named and those that are newly required. */
    Set<String> openMaterials(String account, String caseNumber);

    /** {@code reason} may be null. */
    void withdraw(String account, String caseNumber, String reason);
}

package org.zhiping.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All applications. Who may see one is decided by the caller. */
public interface Applications {

    record Tally(String standard, String edition, String level, ApplicationStatus status, long count) {
    }

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    Application find(String caseNumber);

    /** In the order asked for. @throws org.zhiping.platform.Refusal (NOT_FOUND) when one of them is missing */
    List<Application> find(Collection<String> caseNumbers);

    /** Like {@link #find(String)}, and nobody else changes the case until the transaction ends. */
    Application lock(String caseNumber);

    /** @throws org.zhiping.platform.Refusal (CONFLICT) when somebody else saved it since it was read */
    void save(Application application);

    /** Newest first, drafts included. */
    List<Application> ofApplicant(String account);

    /** Accepted and not yet assessed; {@code direction} null means any. */
    List<Application> accepted(String standard, String edition, String level, String direction);

    /** Newest first without drafts; {@code status} null means any. */
    List<Application> page(ApplicationStatus status, int limit, long offset);

    /** How many applications there are of each standard, level and status. */
    List<Tally> tally();

    /** The portrait uploaded as material PHOTO, if any. */
    Optional<UUID> photo(String caseNumber);
}

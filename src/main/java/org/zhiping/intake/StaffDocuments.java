package org.zhiping.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Identity documents of staff, as far as they are recorded. With it a member of staff is known as the person who applies, whichever
 * account or contacts the application was begun with; {@link PersonIndex} answers for both.
 */
public interface StaffDocuments {

    /** @param masked the number as lists show it */
    record Recorded(String idType, String masked, String by, Instant at) {
    }

    /** A document was recorded. @param person as in {@link PersonIndex} */
    record StaffDocumentRecorded(String account, String person, String by) {
    }

    Optional<Recorded> of(String account);

    /** Accounts of which one is recorded. */
    Set<String> known();

    /**
     * An administrator records it, or the person while none is recorded.
     *
     * @throws org.zhiping.platform.Refusal (INVALID) at {@code idType} or {@code idNumber}; (FORBIDDEN) to anybody else; (CONFLICT) when
     *         it is another account's
     */
    void record(String account, String idType, String idNumber, String by);

    /** By an administrator. */
    void remove(String account, String by);
}

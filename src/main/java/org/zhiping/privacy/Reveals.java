package org.zhiping.privacy;

import java.util.List;

/** The record of who saw which masked detail; nothing in it is ever changed. */
interface Reveals {

    /**
     * Writes down who sees it and why, and only then gives it.
     *
     * @throws org.zhiping.platform.Refusal (INVALID at {@code reason}) without a reason; (FORBIDDEN) for one's own case;
     *         (NOT_FOUND) when there is no such case, or it is still a draft
     */
    String reveal(String caseNumber, RevealKind what, String reason, String by);

    /** Newest first. */
    List<Reveal> newest(int limit, long offset);

    /** Of one person, oldest first. */
    List<Reveal> ofApplicant(String account);
}

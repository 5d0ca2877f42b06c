package org.zhiping.platform;

import java.util.List;
import java.util.Map;

/**
 * Somebody was kept from an act in cases for a reason that belongs in the record of each, as the separation of duties. It is written
 * down although the transaction of the act is rolled back.
 *
 * @param task   user-task id, or what else was to be done
 * @param by     account id of who wanted to do it
 * @param person account id of who must keep out: the same, or somebody to whom it was to be given
 * @param reason code of the refusal, whose words are {@code refusal.<reason>}, or the reason in words
 * @param basis  as in {@link CaseAct}
 */
public record CaseRefusal(List<String> cases, String task, String by, String person, String reason, Map<String, String> basis) {

    /** The running transaction only tries an act out, to say what would become of it: nothing is refused to anybody. */
    public static void onlyTried() {
        OncePerTransaction.know(CaseRefusal.class, false);
    }

    public static boolean inEarnest() {
        return OncePerTransaction.of(CaseRefusal.class, () -> true);
    }
}

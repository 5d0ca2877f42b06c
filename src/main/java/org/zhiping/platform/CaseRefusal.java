package org.zhiping.platform;

import java.util.Map;

/**
 * Somebody was kept from an act in a case for a reason that belongs in its record, as the separation of duties. It is written down
 * although the transaction of the act is rolled back.
 *
 * @param task   user-task id, or what else was to be done
 * @param reason code of the refusal, whose words are {@code refusal.<reason>}
 * @param basis  as in {@link CaseAct}
 */
public record CaseRefusal(String caseNumber, String task, String by, String reason, Map<String, String> basis) {
}

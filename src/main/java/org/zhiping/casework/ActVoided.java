package org.zhiping.casework;

/**
 * An act of somebody who should have kept out was declared void; somebody else does it again, and the rest stands.
 *
 * @param task   user-task id
 * @param person account id of who had done it
 * @param by     account id of the team lead
 */
public record ActVoided(String caseNumber, String task, String person, String reason, String by) {
}

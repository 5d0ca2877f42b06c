package org.zhiping.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * Staff say, or a team lead says of them, whose cases they must keep out of 回避. From then on the separation of duties keeps them
 * out; open tasks go back to the role, and a panel at work is recalled.
 */
public interface Recusals {

    /**
     * A declared relation. The applicant is named by a case, or by the identity document before there is any.
     *
     * @param account    whom it binds
     * @param caseNumber blank when the document is given
     * @param idType     code as in applications; blank with a case
     * @param personName what the person is called; needed with a document
     * @param from       first day, or null
     * @param until      last day, or null; of a course the day on which it was last taught, needed there unless it goes on
     */
    record Declaration(String account, RelationKind kind, String caseNumber, String idType, String idNumber, String personName,
                       LocalDate from, LocalDate until, String reason) {

        /** Keep out of one case. */
        public static Declaration ofCase(String account, String caseNumber, String reason) {
            return new Declaration(account, RelationKind.RECUSAL, caseNumber, "", "", "", null, null, reason);
        }
    }

    /**
     * What came of it.
     *
     * @param givenBack  how many tasks went back to their roles
     * @param recalled   how many panels are to be appointed again
     * @param toReplace  numbers of sessions in which somebody has to score in their place
     */
    record Outcome(int givenBack, int recalled, List<String> toReplace) {
    }

    /** @throws org.zhiping.platform.Refusal for somebody else by one who does not lead them; naming every wrong field */
    Outcome declare(Declaration declaration, String by);

    /** Only by a team lead of the person, never by the person. @throws org.zhiping.platform.Refusal otherwise, or when it was lifted */
    void lift(long relation, String because, String by);

    /** Those of this account, newest first. */
    List<Relation> of(String account);

    /** Those of everybody whom this person leads, newest first. */
    List<Relation> ledBy(String lead);
}

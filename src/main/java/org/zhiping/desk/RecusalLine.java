package org.zhiping.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiping.casework.Relation;
import org.zhiping.identity.Accounts;
import org.zhiping.platform.MaskedName;

/**
 * One relation or recusal as the page shows it.
 *
 * @param who  whom it binds
 * @param whom the case, or the masked name of the applicant
 * @param by   who declared it
 */
public record RecusalLine(long id, String who, String kind, String whom, LocalDate from, LocalDate until, String reason, String by,
                          Instant at, String liftedBecause) {

    static RecusalLine of(Relation relation, Accounts accounts) {
        return new RecusalLine(relation.id(), accounts.nameOf(relation.account()), relation.kind().name(),
                relation.caseNumber() != null ? relation.caseNumber() : MaskedName.of(relation.personName()), relation.from(), relation.until(),
                relation.reason(), accounts.nameOf(relation.declaredBy()), relation.declaredAt(),
                relation.lifted() == null ? null : relation.lifted().because());
    }
}

package org.zhiping.intake;

import java.time.LocalDate;
import java.util.List;
import org.zhiping.platform.Refusal.Fault;

/**
 * How a draft stands while it is being filled in.
 *
 * @param faults    what is missing or wrong with single fields
 * @param obstacles what stands against any application of this person for this level, such as a certificate they already hold
 * @param birthDate as the number of the identity document tells it; null where that does not
 * @param sex       likewise
 */
public record DraftCheck(Eligibility eligibility, List<Fault> faults, List<Fault> obstacles, LocalDate birthDate, String sex) {
}

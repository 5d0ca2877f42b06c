package org.zhiping.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundAct;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.RoundUse;

/**
 * A round as programs of the institution see it.
 *
 * @param closesAt     the first moment that is too late
 * @param capacity     null is no limit
 * @param use          how many people it has
 * @param cancelledFor null unless cancelled
 */
record RoundResource(String number, String name, String standard, String edition, List<String> levels, List<String> directions,
                     Instant opensAt, Instant closesAt, LocalDate referenceDate, Map<String, LocalDate> examDates,
                     Map<String, String> parameters, Integer capacity, Map<String, Integer> levelCapacity, RoundStatus status,
                     int version, String cancelledFor, RoundUse use, List<RoundAct> history) {

    static RoundResource of(Round round, RoundUse use, List<RoundAct> history) {
        return new RoundResource(round.number(), round.name(), round.standard(), round.edition(), round.levels(), round.directions(),
                round.opensAt(), round.closesAt(), round.referenceDate(), round.examDates(), round.parameters(), round.capacity(),
                round.levelCapacity(), round.status(), round.version(), round.cancelledFor(), use, history);
    }
}

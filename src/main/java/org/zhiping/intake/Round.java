package org.zhiping.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiping.platform.Refusal;

/** A round 评价批次: one edition of a standard, offered for a time under the institution's parameters. */
public record Round(String number, String standard, String edition, List<String> levels, List<String> directions,
                    Instant opensAt, Instant closesAt, LocalDate referenceDate, Map<String, String> parameters,
                    RoundStatus status) {

    public Round {
        levels = List.copyOf(levels);
        directions = List.copyOf(directions);
        parameters = Map.copyOf(parameters);
    }

    static Round planned(String number, RoundPlan plan) {
        return new Round(number, plan.standard(), plan.edition(), plan.levels(), plan.directions(), plan.opensAt(),
                plan.closesAt(), plan.referenceDate(), plan.parameters(), RoundStatus.PLANNED);
    }

    /** True while applications are taken; the closing moment itself is too late. */
    public boolean accepts(Instant moment) {
        return status == RoundStatus.OPEN && !moment.isBefore(opensAt) && moment.isBefore(closesAt);
    }

    void requireAccepting(Instant moment) {
        if (!accepts(moment)) {
            throw Refusal.conflict("round-not-accepting", number);
        }
    }

    public Optional<String> parameter(String id) {
        return Optional.ofNullable(parameters.get(id)).filter(value -> !value.isBlank());
    }

    /** The day for which years are counted, by the institution's rule. */
    public LocalDate countsOn(LocalDate submitted, ZoneId zone) {
        return switch (parameters.getOrDefault("referenceDateRule", "fixed")) {
            case "window-close" -> LocalDate.ofInstant(closesAt.minusNanos(1), zone);
            case "submission" -> submitted;
            default -> referenceDate;
        };
    }

    boolean needsReferenceDate() {
        return parameters.getOrDefault("referenceDateRule", "fixed").equals("fixed");
    }

    Round opened() {
        require(RoundStatus.PLANNED);
        return in(RoundStatus.OPEN);
    }

    Round closed() {
        require(RoundStatus.OPEN);
        return in(RoundStatus.CLOSED);
    }

    Round with(Map<String, String> changed) {
        require(RoundStatus.PLANNED);
        return new Round(number, standard, edition, levels, directions, opensAt, closesAt, referenceDate, changed, status);
    }

    private void require(RoundStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("round-not-" + expected.name().toLowerCase(), number);
        }
    }

    private Round in(RoundStatus next) {
        return new Round(number, standard, edition, levels, directions, opensAt, closesAt, referenceDate, parameters, next);
    }
}

package org.zhiping.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiping.platform.Refusal;

/**
 * A round 评价批次: one edition of a standard, offered for a time under the institution's parameters.
 *
 * @param announcedAt  when it was opened; null while nobody outside has seen it
 * @param extendedAt   when its window was last extended; null when it never was
 * @param cancelledFor the reason that applicants are told; null unless cancelled
 */
public record Round(String number, RoundPlan plan, RoundStatus status, int version, Instant announcedAt, Instant extendedAt,
                    String cancelledFor) {

    public Round(String number, RoundPlan plan, RoundStatus status) {
        this(number, plan, status, 0, null, null, null);
    }

    static Round planned(String number, RoundPlan plan) {
        return new Round(number, plan, RoundStatus.PLANNED);
    }

    public String standard() {
        return plan.standard();
    }

    public String edition() {
        return plan.edition();
    }

    public List<String> levels() {
        return plan.levels();
    }

    public List<String> directions() {
        return plan.directions();
    }

    public Instant opensAt() {
        return plan.opensAt();
    }

    public Instant closesAt() {
        return plan.closesAt();
    }

    public LocalDate referenceDate() {
        return plan.referenceDate();
    }

    public Map<String, String> parameters() {
        return plan.parameters();
    }

    /** As 2026年第三批; the number for rounds older than names. */
    public String name() {
        return plan.announcement().name().isEmpty() ? number : plan.announcement().name();
    }

    /** Null is no limit. */
    public Integer capacity() {
        return plan.announcement().capacity();
    }

    public Map<String, Integer> levelCapacity() {
        return plan.announcement().levelCapacity();
    }

    /** The planned day by part. */
    public Map<String, LocalDate> examDates() {
        return plan.announcement().examDates();
    }

    /** A planned round is the institution's own affair, and so is one that was given up before it was announced. */
    public boolean announced() {
        return announcedAt != null;
    }

    /** True while applications are taken; the closing moment itself is too late. */
    public boolean accepts(Instant moment) {
        return status == RoundStatus.OPEN && !moment.isBefore(opensAt()) && moment.isBefore(closesAt());
    }

    void requireAccepting(Instant moment) {
        requireNotCancelled();
        if (!accepts(moment)) {
            throw Refusal.conflict("round-not-accepting", number);
        }
    }

    void requireNotCancelled() {
        if (status == RoundStatus.CANCELLED) {
            throw Refusal.conflict("round-cancelled", number, cancelledFor);
        }
    }

    public Optional<String> parameter(String id) {
        return Optional.ofNullable(parameters().get(id)).filter(value -> !value.isBlank());
    }

    /** The day for which years are counted, by the institution's rule. */
    public LocalDate countsOn(LocalDate submitted, ZoneId zone) {
        return switch (parameters().getOrDefault("referenceDateRule", "fixed")) {
            case "window-close" -> LocalDate.ofInstant(closesAt().minusNanos(1), zone);
            case "submission" -> submitted;
            default -> referenceDate();
        };
    }

    boolean needsReferenceDate() {
        return parameters().getOrDefault("referenceDateRule", "fixed").equals("fixed");
    }

    Round changed(RoundPlan next) {
        require(RoundStatus.PLANNED);
        if (!next.standard().equals(standard()) || !next.edition().equals(edition())) {
            throw Refusal.invalid("standard", "round-standard-fixed");
        }
        return new Round(number, next, status, version, announcedAt, extendedAt, cancelledFor);
    }

    Round opened(Instant now) {
        require(RoundStatus.PLANNED);
        if (!now.isBefore(closesAt())) {
            throw Refusal.invalid("closesAt", "round-window-past");
        }
        return new Round(number, plan, RoundStatus.OPEN, version, now, extendedAt, cancelledFor);
    }

    Round closed() {
        require(RoundStatus.OPEN);
        return new Round(number, plan, RoundStatus.CLOSED, version, announcedAt, extendedAt, cancelledFor);
    }

    /** A closed round takes applications again. */
    Round extended(Instant until, Instant now) {
        requireAnnounced();
        if (!until.isAfter(now) || !until.isAfter(closesAt())) {
            throw Refusal.invalid("closesAt", "round-extended-backwards");
        }
        return new Round(number, plan.until(until), RoundStatus.OPEN, version, announcedAt, now, cancelledFor);
    }

    Round limited(Integer places, Map<String, Integer> byLevel) {
        requireNotCancelled();
        return new Round(number, plan.announced(plan.announcement().limited(places, byLevel)), status, version, announcedAt, extendedAt,
                cancelledFor);
    }

    Round cancelled(String reason) {
        requireNotCancelled();
        return new Round(number, plan, RoundStatus.CANCELLED, version, announcedAt, extendedAt, reason);
    }

    private void requireAnnounced() {
        requireNotCancelled();
        if (status == RoundStatus.PLANNED) {
            throw Refusal.conflict("round-not-open", number);
        }
    }

    private void require(RoundStatus expected) {
        requireNotCancelled();
        if (status != expected) {
            throw Refusal.conflict("round-not-" + expected.name().toLowerCase(), number);
        }
    }
}

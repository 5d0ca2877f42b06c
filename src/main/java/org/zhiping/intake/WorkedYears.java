package org.zhiping.intake;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhiping.standard.FactSpec;

/** Time that years are counted of, as a fact of the pack says. */
class WorkedYears {

    /** @param withoutGap only the longest stretch counts */
    record Count(Tenure tenure, boolean withoutGap) {

        int on(LocalDate day) {
            return withoutGap ? tenure.longestFullYears(day) : tenure.fullYears(day);
        }

        Optional<LocalDate> reaches(int years, LocalDate after) {
            return tenure.reaches(years, after, withoutGap);
        }

        Period missing(int years, LocalDate on) {
            return tenure.missing(years, on, withoutGap);
        }
    }

    private final FactSheet.Frame frame;
    private final Tenure own;
    private final Tenure related;
    private final Tenure possiblyRelated;
    private final Tenure counting;
    private final Tenure possible;

    WorkedYears(FactSheet.Frame frame, Career career, Occupations occupations) {
        this.frame = frame;
        Tally tally = new Tally(career, occupations);
        own = tally.of(scope -> scope == Occupations.Scope.SELF);
        related = tally.of(scope -> scope == Occupations.Scope.RELATED);
        possiblyRelated = tally.of(scope -> scope == Occupations.Scope.RELATED || scope == Occupations.Scope.UNDETERMINED);
        counting = tally.of(Occupations.Scope::counts);
        possible = tally.of(scope -> scope != Occupations.Scope.OTHER);
    }

    private record Tally(Career career, Occupations occupations) {

        Tenure of(Predicate<Occupations.Scope> counts) {
            return Tenure.of(career.jobs().stream().filter(job -> counts.test(occupations.scope(job.occupation())))
                    .map(Career.Job::span).toList());
        }
    }

    /** Time since this day, whoever does what; null is no time. */
    static Count since(LocalDate day) {
        return new Count(day == null ? Tenure.NONE : Tenure.of(List.of(Tenure.Span.of(day, null))), false);
    }

    /**
     * @param inFavour with work of which a person has to decide whether it counts
     * @param after    empty when the fact does not ask for one, and when there is no such day
     */
    Count of(FactSpec spec, boolean inFavour, Optional<LocalDate> after, Optional<LocalDate> before) {
        Tenure tenure = work(spec, inFavour);
        if (spec.after() != null) {
            tenure = after.map(tenure::since).orElse(Tenure.NONE);
        }
        if (spec.before() != null) {
            tenure = before.map(tenure::until).orElse(Tenure.NONE);
        }
        return new Count(tenure, continuous(spec));
    }

    private Tenure work(FactSpec spec, boolean inFavour) {
        return switch (spec.occupations() == null ? FactSpec.ANY : spec.occupations()) {
            case FactSpec.THIS -> own;
            case FactSpec.RELATED -> inFavour ? possiblyRelated : related;
            default -> inFavour ? possible : counting;
        };
    }

    private boolean continuous(FactSpec spec) {
        return FactSpec.CONTINUOUS.equals(spec.countBy() == null ? spec.count() : frame.parameter(spec.countBy()));
    }
}

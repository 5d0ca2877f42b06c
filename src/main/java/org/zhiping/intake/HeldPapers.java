package org.zhiping.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhiping.standard.FactSpec;
import org.zhiping.standard.StandardPack;

/** The certificates and titles that a fact of the pack is about. */
record HeldPapers(StandardPack pack, Career career, Occupations occupations) {

    /**
     * What counts of the certificates or titles held.
     *
     * @param sure  day on which the one that surely counts was obtained; null when none does
     * @param first day of the earliest one that counts or of which a person has to decide whether it does; null when there is none
     */
    record Held(String value, LocalDate sure, LocalDate first) {

        static final Held NONE = new Held("none", null, null);

        /** The one that the value tells of. */
        LocalDate taken() {
            return sure == null ? first : sure;
        }
    }

    Held held(FactSpec spec) {
        return spec.kind().equals(FactSpec.TITLE) ? title(spec) : certificate(spec);
    }

    private Held certificate(FactSpec spec) {
        List<String> levels = counting(spec.levels(), ascending(), spec.orAbove());
        List<Career.Certificate> held = career.certificates().stream().filter(certificate -> levels.contains(certificate.level()))
                .filter(this::canExist).filter(certificate -> wanted(spec).test(scope(certificate)))
                .sorted(Comparator.comparing(Career.Certificate::issuedOn)).toList();
        Optional<Career.Certificate> sure = held.stream().filter(certificate -> scope(certificate).counts()).findFirst();
        return held.stream().findFirst().map(first -> new Held(scope(sure.orElse(first)).name().toLowerCase(Locale.ROOT),
                sure.map(Career.Certificate::issuedOn).orElse(null), first.issuedOn())).orElse(Held.NONE);
    }

    /** From the lowest level up; a standard's own levels follow the national ones when they are named otherwise. */
    private List<String> ascending() {
        return Standings.levels(pack);
    }

    private static List<String> counting(List<String> listed, List<String> ascending, boolean orAbove) {
        int lowest = listed.stream().mapToInt(ascending::indexOf).min().orElse(ascending.size());
        return orAbove ? ascending.subList(Math.max(lowest, 0), ascending.size()) : listed;
    }

    private static Predicate<Occupations.Scope> wanted(FactSpec spec) {
        return scope -> switch (spec.occupations() == null ? FactSpec.ANY : spec.occupations()) {
            case FactSpec.THIS -> scope == Occupations.Scope.SELF;
            case FactSpec.RELATED -> scope == Occupations.Scope.RELATED || scope == Occupations.Scope.UNDETERMINED;
            default -> scope != Occupations.Scope.OTHER;
        };
    }

    /** This occupation has no certificate of a level that the standard does not have. */
    private boolean canExist(Career.Certificate certificate) {
        return scope(certificate) != Occupations.Scope.SELF || pack.level(certificate.level()).isPresent();
    }

    private Occupations.Scope scope(Career.Certificate certificate) {
        return occupations.scope(certificate.occupation());
    }

    /** The oldest of several, for a condition that takes each of them is met by it first. */
    private Held title(FactSpec spec) {
        List<String> ranks = counting(spec.ranks(), ClaimCodes.TITLE_RANKS, spec.orAbove());
        return career.titles().stream().filter(title -> ranks.contains(title.rank()))
                .filter(title -> spec.kinds().isEmpty() || spec.kinds().contains(title.kind()))
                .min(Comparator.comparing(Career.Title::obtainedOn))
                .map(title -> new Held(title.kind(), title.obtainedOn(), title.obtainedOn())).orElse(Held.NONE);
    }
}

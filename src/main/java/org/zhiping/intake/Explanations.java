package org.zhiping.intake;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;
import org.zhiping.standard.EligibilityAnswer;

/** Says what a condition lacks, by how much, and on which day it would hold if the present work went on. */
@Component
class Explanations {

    private final Texts texts;

    Explanations(Texts texts) {
        this.texts = texts;
    }

    private record Way(List<Eligibility.Gap> gaps, LocalDate reachedOn) {
    }

    /**
     * By the way that is open first; where none opens by itself, by the one that asks least.
     *
     * @param holdsOn whether the condition holds on a later day, asked where time may also close what is open now
     */
    Eligibility.Miss miss(FactSheet sheet, EligibilityAnswer.Miss miss, Predicate<LocalDate> holdsOn) {
        List<Way> ways = miss.ways().stream().map(way -> way(sheet, way, holdsOn)).toList();
        Optional<Way> first = ways.stream().filter(way -> way.reachedOn() != null).min(Comparator.comparing(Way::reachedOn))
                .or(() -> ways.stream().findFirst());
        return new Eligibility.Miss(miss.condition(), miss.clause(), miss.text(), first.map(Way::gaps).orElse(List.of()),
                first.map(Way::reachedOn).orElse(null));
    }

    private Way way(FactSheet sheet, EligibilityAnswer.Way way, Predicate<LocalDate> holdsOn) {
        List<Eligibility.Gap> gaps = gaps(sheet, way.gaps());
        boolean all = !gaps.isEmpty() && gaps.stream().allMatch(gap -> gap.reachedOn() != null);
        LocalDate last = all ? gaps.stream().map(Eligibility.Gap::reachedOn).max(Comparator.naturalOrder()).get() : null;
        return new Way(gaps, last != null && way.bounded() && !holdsOn.test(last) ? null : last);
    }

    List<Eligibility.Gap> gaps(FactSheet sheet, List<EligibilityAnswer.Gap> gaps) {
        return gaps.stream().map(gap -> new Eligibility.Gap(gap.fact(), gap.label(), gap.required(), gap.actual(), missing(sheet, gap),
                gap.atLeast() == null ? null : sheet.reaches(gap.fact(), gap.atLeast()).orElse(null))).toList();
    }

    private String missing(FactSheet sheet, EligibilityAnswer.Gap gap) {
        if (gap.atLeast() == null) {
            return null;
        }
        return sheet.missing(gap.fact(), gap.atLeast()).map(this::said)
                .orElseGet(() -> sheet.hours(gap.fact()).map(hours -> texts.of("intake.missing.hours", gap.atLeast() - hours)).orElse(null));
    }

    /** Such as 1 年 3 个月. */
    private String said(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, "intake.missing.years", period.getYears());
        add(parts, "intake.missing.months", period.getMonths());
        add(parts, "intake.missing.days", period.getDays());
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private void add(List<String> parts, String code, int amount) {
        if (amount > 0) {
            parts.add(texts.of(code, amount));
        }
    }
}

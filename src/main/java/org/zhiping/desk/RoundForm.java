package org.zhiping.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.zhiping.intake.Round;
import org.zhiping.page.Option;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageForm;
import org.zhiping.standard.Level;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.StandardPack;

/** The form in which a round is planned; a parameter's field is named by its id. */
@Component
class RoundForm {

    /** A parameter to be set; {@code options} are empty where it is typed, and a round opens without what is optional. */
    public record Parameter(String key, String label, String why, List<Option> options, boolean optional) {
    }

    private final Texts texts;
    private final Clock clock;

    RoundForm(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    List<Parameter> parameters(StandardPack pack, List<String> levels) {
        Locale locale = Language.now();
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterSpec spec : pack.parameters()) {
            spec.ids(pack, levels).forEach(key -> parameters.add(new Parameter(key,
                    spec.in(locale) + RoundViews.levelOf(pack, spec, key, locale), why(pack, spec, key), options(spec, locale),
                    spec.type() == ParameterSpec.Type.WEIGHTS)));
        }
        return parameters;
    }

    static List<String> codes(StandardPack pack) {
        return pack.levels().stream().map(Level::code).toList();
    }

    private String why(StandardPack pack, ParameterSpec spec, String key) {
        if (spec.type() == ParameterSpec.Type.WEIGHTS) {
            return texts.of("desk.rounds.weights", spec.why(Language.now()), String.join(" ", spec.weighed(pack, key).codes()));
        }
        return why(spec);
    }

    private String why(ParameterSpec spec) {
        String range = spec.min() == null && spec.max() == null ? "" : texts.of("desk.rounds.range",
                spec.min() == null ? "…" : spec.min().toPlainString(), spec.max() == null ? "…" : spec.max().toPlainString());
        String open = spec.reviewerMayDecide() && typed(spec) ? texts.of("desk.rounds.reviewer-decides", ParameterSpec.REVIEWER_DECIDES) : "";
        return String.join(" ", Objects.toString(spec.why(Language.now()), ""), range, open).strip();
    }

    private static boolean typed(ParameterSpec spec) {
        return spec.type() != ParameterSpec.Type.CHOICE && spec.type() != ParameterSpec.Type.FLAG;
    }

    private List<Option> options(ParameterSpec spec, Locale locale) {
        List<Option> options = new ArrayList<>();
        if (spec.type() == ParameterSpec.Type.CHOICE) {
            spec.choices().forEach(choice -> options.add(Option.of(choice.code(), choice, locale)));
        } else if (spec.type() == ParameterSpec.Type.FLAG) {
            options.add(new Option(ParameterSpec.YES, texts.of("page.yes")));
            options.add(new Option(ParameterSpec.NO, texts.of("page.no")));
        }
        if (!options.isEmpty() && spec.reviewerMayDecide()) {
            options.add(new Option(ParameterSpec.REVIEWER_DECIDES, texts.of("page.round.reviewer-decides")));
        }
        return options;
    }

    /** Defaults filled in, every level and direction ticked. */
    PageForm fresh(StandardPack pack) {
        Map<String, String> values = new LinkedHashMap<>();
        pack.parameters().stream().filter(spec -> spec.defaultValue() != null)
                .forEach(spec -> spec.ids(pack, codes(pack)).forEach(key -> values.put(key, spec.defaultValue())));
        pack.levels().forEach(level -> values.put("levels-" + level.code(), level.code()));
        pack.directions().forEach(direction -> values.put("directions-" + direction.code(), direction.code()));
        return PageForm.of(values);
    }

    /** What was typed; a ticked box is kept under its own name. */
    static PageForm typed(MultiValueMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>(fields.toSingleValueMap());
        List.of("levels", "directions").forEach(list ->
                fields.getOrDefault(list, List.of()).forEach(code -> values.put(list + "-" + code, code)));
        return PageForm.of(values);
    }

    /** As it is kept. */
    PageForm of(Round round) {
        Map<String, String> values = new LinkedHashMap<>(round.parameters());
        round.levels().forEach(level -> values.put("levels-" + level, level));
        round.directions().forEach(direction -> values.put("directions-" + direction, direction));
        values.put("name", round.plan().announcement().name());
        values.put("opensAt", local(round.opensAt()));
        values.put("closesAt", local(round.closesAt()));
        values.put("referenceDate", Objects.toString(round.referenceDate(), ""));
        values.put("capacity", Objects.toString(round.capacity(), ""));
        round.levelCapacity().forEach((level, places) -> values.put(TypedRound.LEVEL_CAPACITY + level, places.toString()));
        round.examDates().forEach((part, day) -> values.put(TypedRound.EXAM_DATES + part, day.toString()));
        values.put("version", String.valueOf(round.version()));
        return PageForm.of(values);
    }

    /** What a new round takes over from an earlier one: all but its name and its days. */
    PageForm after(Round round) {
        Map<String, String> values = new LinkedHashMap<>(of(round).values());
        values.keySet().removeIf(key -> List.of("name", "opensAt", "closesAt", "referenceDate").contains(key)
                || key.startsWith(TypedRound.EXAM_DATES));
        values.put("from", round.number());
        return PageForm.of(values);
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    TypedRound read(MultiValueMap<String, String> fields) {
        return new TypedRound(fields, clock.getZone());
    }
}

package org.zhiping.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Round;
import org.zhiping.page.RoundView.OwnParameter;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Packs;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.StandardPack;

/** Says rounds in the reader's language. */
@Component
public class RoundViews {

    private final Packs packs;
    private final Texts texts;

    RoundViews(Packs packs, Texts texts) {
        this.packs = packs;
        this.texts = texts;
    }

    public RoundView of(Round round) {
        var pack = packs.find(round.standard(), round.edition());
        return new RoundView(round, pack,
                pack.levels().stream().filter(level -> round.levels().contains(level.code())).toList(),
                pack.directions().stream().filter(direction -> round.directions().contains(direction.code())).toList(),
                pack.parameters().stream().flatMap(spec -> values(round, pack, spec)).toList());
    }

    public List<RoundView> of(List<Round> rounds) {
        return rounds.stream().map(this::of).toList();
    }

    private Stream<OwnParameter> values(Round round, StandardPack pack, ParameterSpec spec) {
        Locale locale = Language.now();
        return spec.ids(pack, round.levels()).stream().map(key -> {
            String value = round.parameter(key).orElse(spec.defaultValue());
            return value == null ? null
                    : new OwnParameter(key, spec.in(locale) + levelOf(pack, spec, key, locale), said(spec, value, locale),
                            Objects.toString(spec.why(locale), ""));
        }).filter(Objects::nonNull);
    }

    /** The level, and the direction, that one value of a parameter is for; empty where one value serves all. */
    public static String levelOf(StandardPack pack, ParameterSpec spec, String key, Locale locale) {
        return !spec.perLevel() ? "" : Arrays.stream(key.substring(spec.id().length() + 1).split("\\."))
                .flatMap(code -> Stream.concat(pack.level(code).stream(), pack.direction(code).stream()))
                .map(named -> " · " + named.in(locale)).collect(Collectors.joining());
    }

    private String said(ParameterSpec spec, String value, Locale locale) {
        if (ParameterSpec.REVIEWER_DECIDES.equals(value)) {
            return texts.of("page.round.reviewer-decides");
        }
        return switch (spec.type()) {
            case CHOICE -> spec.choices().stream().filter(choice -> choice.code().equals(value)).findFirst()
                    .map(choice -> choice.in(locale)).orElse(value);
            case FLAG -> texts.of(ParameterSpec.YES.equals(value) ? "page.yes" : "page.no");
            default -> value;
        };
    }
}

package org.zhiping.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.page.Option;
import org.zhiping.page.RoundView;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Language;
import org.zhiping.standard.Named;
import org.zhiping.standard.Part;

/** What a session can be opened for: the choices narrow from the round to the part. */
@Component
class SessionChoices {

    private final Rounds rounds;
    private final RoundViews views;

    SessionChoices(Rounds rounds, RoundViews views) {
        this.rounds = rounds;
        this.views = views;
    }

    List<RoundView> rounds() {
        return views.of(rounds.all().stream().filter(round -> round.status() == RoundStatus.OPEN || round.status() == RoundStatus.CLOSED).toList());
    }

    List<Option> rounds(List<RoundView> from) {
        return from.stream().map(one -> new Option(one.round().number(), one.round().number() + " " + one.round().name() + " " + one.pack().in(locale()))).toList();
    }

    List<Option> levels(RoundView round) {
        return round.levels().stream().map(level -> option(level.code(), level)).toList();
    }

    List<Option> directions(RoundView round, String level) {
        return round.directionsAt(level).stream().map(direction -> option(direction.code(), direction)).toList();
    }

    /** A panel is no session. */
    List<Option> parts(RoundView round, String level) {
        return round.pack().parts().stream()
                .filter(part -> part.conductedBy().equals(Part.SESSION) && part.levels().contains(level))
                .map(part -> option(part.code(), part)).toList();
    }

    private static Option option(String code, Named named) {
        return Option.of(code, named, locale());
    }

    private static Locale locale() {
        return Language.now();
    }
}

package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundUse;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Language;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** The rounds that take applications now. */
@RestController
@RequestMapping("/api/v1/rounds")
@Tag(name = "评价批次")
class RoundsApi {

    record Choice(String code, String name) {

        static Choice of(String code, Named named, Locale locale) {
            return new Choice(code, named.in(locale));
        }
    }

    /**
     * @param closesAt   the first moment that is too late
     * @param title      as 2026年第三批
     * @param examDates  the planned day by part
     * @param capacity   left out, as {@code placesLeft} is, where there is no limit
     * @param parameters the institution's own values, where the standard leaves something open
     */
    record OpenRound(String number, String title, String standard, String edition, String name, List<Choice> levels, List<Choice> directions,
                     Instant opensAt, Instant closesAt, LocalDate referenceDate, Map<String, LocalDate> examDates,
                     Map<String, String> parameters, Integer capacity, Integer placesLeft) {

        static OpenRound of(Round round, RoundUse use, StandardPack pack, Locale locale) {
            return new OpenRound(round.number(), round.name(), round.standard(), round.edition(), pack.in(locale),
                    pack.levels().stream().filter(level -> round.levels().contains(level.code()))
                            .map(level -> Choice.of(level.code(), level, locale)).toList(),
                    pack.directions().stream().filter(direction -> round.directions().contains(direction.code()))
                            .map(direction -> Choice.of(direction.code(), direction, locale)).toList(),
                    round.opensAt(), round.closesAt(), round.referenceDate(), round.examDates(), round.parameters(),
                    round.capacity(), use.left(round));
        }
    }

    private final Rounds rounds;
    private final Packs packs;

    RoundsApi(Rounds rounds, Packs packs) {
        this.rounds = rounds;
        this.packs = packs;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "正在接受申报的评价批次")
    List<OpenRound> open() {
        List<Round> open = rounds.open();
        Map<String, RoundUse> uses = rounds.use(open.stream().map(Round::number).toList());
        return open.stream().map(round -> OpenRound.of(round, uses.get(round.number()), packs.find(round.standard(), round.edition()),
                Language.now())).toList();
    }
}

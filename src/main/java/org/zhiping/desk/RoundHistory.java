package org.zhiping.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundAct;
import org.zhiping.intake.Rounds;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageTimes;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** What was done to a round, said line by line. */
@Component
class RoundHistory {

    /** @param by name and account; empty where no person acted */
    public record Line(Instant at, String title, String by, String details, String reason) {
    }

    private final Rounds rounds;
    private final Packs packs;
    private final Accounts accounts;
    private final PageTimes times;
    private final Texts texts;

    RoundHistory(Rounds rounds, Packs packs, Accounts accounts, PageTimes times, Texts texts) {
        this.rounds = rounds;
        this.packs = packs;
        this.accounts = accounts;
        this.times = times;
        this.texts = texts;
    }

    List<Line> of(Round round) {
        StandardPack pack = packs.find(round.standard(), round.edition());
        return rounds.history(round.number()).stream().map(act -> new Line(act.at(), texts.of("desk.rounds.act." + act.kind()),
                by(act.by()), details(pack, act), act.reason())).toList();
    }

    private String by(String account) {
        return accounts.find(account).map(Account::name).map(name -> name + " (" + account + ")").orElse(account);
    }

    private String details(StandardPack pack, RoundAct act) {
        return switch (act.kind()) {
            case CLONED -> act.details().get("from");
            case EXTENDED -> texts.of("page.round.until", when(act.details().get("from")), when(act.details().get("until")));
            case CANCELLED -> texts.of("desk.rounds.act.cancelled", act.details().get("drafts"), act.details().get("cases"));
            case CAPACITY -> limits(pack, act);
            case CHANGED -> Arrays.stream(act.details().get("changed").split(" ")).filter(field -> !field.isEmpty())
                    .map(field -> field(pack, field)).collect(Collectors.joining(texts.of("desk.rounds.act.and")));
            default -> "";
        };
    }

    private String when(String moment) {
        return times.when(OffsetDateTime.parse(moment).toInstant());
    }

    private String limits(StandardPack pack, RoundAct act) {
        String inAll = act.details().get("capacity");
        return act.details().entrySet().stream().filter(limit -> !limit.getKey().equals("capacity")).sorted(Map.Entry.comparingByKey())
                .map(limit -> pack.level(limit.getKey()).map(level -> level.in(Language.now())).orElse(limit.getKey()) + " " + limit.getValue())
                .collect(Collectors.joining(texts.of("desk.rounds.act.and"), inAll.isEmpty() ? texts.of("page.round.unlimited") + " " : inAll + " ", ""))
                .strip();
    }

    private String field(StandardPack pack, String field) {
        return pack.parameters().stream().filter(spec -> spec.isId(field)).findFirst()
                .map(spec -> spec.in(Language.now()) + RoundViews.levelOf(pack, spec, field, Language.now()))
                .orElseGet(() -> texts.of("desk.rounds.field." + field));
    }
}

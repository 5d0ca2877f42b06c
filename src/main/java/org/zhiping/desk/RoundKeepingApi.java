package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;

/** Rounds for programs of the institution; the same acts as at the desk, by the same people. */
@Tag(name = "desk: rounds", description = "评价批次的计划与管理")
@RestController
@RequestMapping("/api/desk/rounds")
class RoundKeepingApi {

    /** @param until the first moment that is too late */
    record Extension(Instant until, String reason) {
    }

    record Reason(String reason) {
    }

    /** @param capacity null is no limit */
    record Limits(Integer capacity, Map<String, Integer> levelCapacity) {

        Limits {
            RoundWish.whole("levelCapacity", levelCapacity);
        }
    }

    private final Rounds rounds;
    private final CurrentUser user;

    RoundKeepingApi(Rounds rounds, CurrentUser user) {
        this.rounds = rounds;
        this.user = user;
    }

    @Operation(summary = "All rounds, newest first")
    @GetMapping
    List<RoundResource> all() {
        user.require(DeskRoles.ROUNDS);
        List<Round> all = rounds.all();
        var uses = rounds.use(all.stream().map(Round::number).toList());
        return all.stream().map(round -> RoundResource.of(round, uses.get(round.number()), null)).toList();
    }

    @Operation(summary = "One round with its history")
    @GetMapping("/{number}")
    RoundResource find(@PathVariable String number) {
        user.require(DeskRoles.ROUNDS);
        return found(number);
    }

    @Operation(summary = "Plan a round")
    @PostMapping
    ResponseEntity<RoundResource> plan(@RequestBody RoundWish wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        return created(rounds.plan(wish.plan()));
    }

    @Operation(summary = "Plan a round after an earlier one: a window has to be given, the rest may be")
    @PostMapping("/{number}/clone")
    ResponseEntity<RoundResource> planAfter(@PathVariable String number, @RequestBody RoundWish wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        return created(rounds.clone(number, wish.after(rounds.find(number))));
    }

    @Operation(summary = "Change a planned round; the version that was read has to be given")
    @PutMapping("/{number}")
    RoundResource change(@PathVariable String number, @RequestBody RoundWish wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        rounds.change(number, wish.seen(), wish.over(rounds.find(number)));
        return found(number);
    }

    @Operation(summary = "Open a round; refused with each parameter that has no value")
    @PostMapping("/{number}/open")
    RoundResource open(@PathVariable String number) {
        user.require(DeskRoles.ROUND_KEEPERS);
        rounds.open(number);
        return found(number);
    }

    @Operation(summary = "Extend a round, or open a closed one again")
    @PostMapping("/{number}/extend")
    RoundResource extend(@PathVariable String number, @RequestBody Extension wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        if (wish.until() == null) {
            throw Refusal.invalid("until", "round-field-missing", "until");
        }
        rounds.extend(number, wish.until(), wish.reason());
        return found(number);
    }

    @Operation(summary = "Limit the places; null is no limit")
    @PutMapping("/{number}/capacity")
    RoundResource limit(@PathVariable String number, @RequestBody Limits wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        rounds.limit(number, wish.capacity(), wish.levelCapacity() == null ? Map.of() : wish.levelCapacity());
        return found(number);
    }

    @Operation(summary = "Close a round before its window ends")
    @PostMapping("/{number}/close")
    RoundResource close(@PathVariable String number, @RequestBody(required = false) Reason wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        rounds.close(number, wish == null ? "" : wish.reason());
        return found(number);
    }

    @Operation(summary = "Cancel a round: its drafts and open cases end one after the other, and each applicant is told the reason")
    @PostMapping("/{number}/cancel")
    RoundResource cancel(@PathVariable String number, @RequestBody Reason wish) {
        user.require(DeskRoles.ROUND_KEEPERS);
        rounds.cancel(number, wish.reason());
        return found(number);
    }

    private RoundResource found(String number) {
        return RoundResource.of(rounds.find(number), rounds.use(number), rounds.history(number));
    }

    private ResponseEntity<RoundResource> created(Round round) {
        return ResponseEntity.created(URI.create("/api/desk/rounds/" + round.number())).body(found(round.number()));
    }
}

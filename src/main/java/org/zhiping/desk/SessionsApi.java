package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.SheetEntry;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Rubric;

/** Exam sessions and score sheets for programs; the tasks of a session are completed over the engine's own REST API. */
@Tag(name = "desk: sessions", description = "考试场次与评分表")
@RestController
@RequestMapping("/api/desk/sessions")
class SessionsApi {

    private static final Role[] READERS = {Role.EXAM_OFFICER, Role.INVIGILATOR, Role.EVALUATOR, Role.SCORE_VERIFIER,
            Role.APPROVER, Role.SUPERVISOR};

    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final ScorerChange change;
    private final CurrentUser user;

    SessionsApi(Sessions sessions, ScoreSheets sheets, ScorerChange change, CurrentUser user) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.change = change;
        this.user = user;
    }

    @Operation(summary = "Open a session (exam officer); plan it with the task plan-session")
    @PostMapping
    ResponseEntity<OpenedSession> open(@RequestBody SessionWish wish) {
        user.require(Role.EXAM_OFFICER);
        String number = sessions.open(wish.needed("round", wish.round()), wish.needed("level", wish.level()),
                wish.direction() == null ? "" : wish.direction().strip(), wish.needed("part", wish.part()), user.id());
        return ResponseEntity.created(URI.create("/api/desk/sessions/" + number)).body(new OpenedSession(number));
    }

    @Operation(summary = "All sessions, newest first")
    @GetMapping
    List<SessionView> all() {
        user.require(READERS);
        return sessions.all().stream().map(SessionView::of).toList();
    }

    @Operation(summary = "One session with its seats")
    @GetMapping("/{number}")
    SessionView find(@PathVariable String number) {
        user.require(READERS);
        return SessionView.of(sessions.find(number));
    }

    @Operation(summary = "What the part is judged by: lines with their requirements, and weights where the institution sets them")
    @GetMapping("/{number}/rubric")
    Rubric rubric(@PathVariable String number) {
        user.require(READERS);
        return sessions.marking(number).rubric();
    }

    @Operation(summary = "Replace a scorer, before the exam an invigilator as well (exam officer): a sheet of theirs is void, the others keep theirs")
    @PostMapping("/{number}/scorers")
    SessionView replaceScorer(@PathVariable String number, @RequestBody Replacement wish) {
        user.require(Role.EXAM_OFFICER);
        change.replace(number, wish.leaving(), wish.successor(), wish.reason(), user.id());
        return SessionView.of(sessions.find(number));
    }

    @Operation(summary = "The signed-in scorer's own sheet")
    @GetMapping("/{number}/scores")
    SheetView sheet(@PathVariable String number) {
        user.require(Role.EVALUATOR);
        return SheetView.of(sheets.of(number, user.id()), sessions.scale(number).decimals());
    }

    @Operation(summary = "Enter scores in the own sheet: all rows or none; a row replaces what the sheet said of the case")
    @PutMapping("/{number}/scores")
    SheetView enter(@PathVariable String number, @RequestBody Scores scores) {
        user.require(Role.EVALUATOR);
        sheets.enter(number, user.id(), scores.entries());
        return sheet(number);
    }

    /** What a new session is to examine; {@code direction} where the directions differ. */
    record SessionWish(String round, String level, String direction, String part) {

        String needed(String field, String value) {
            if (value == null || value.isBlank()) {
                throw Refusal.invalid(field, "value-missing");
            }
            return value.strip();
        }
    }

    record Replacement(String leaving, String successor, String reason) {
    }

    record OpenedSession(String sessionNumber) {
    }

    /**
     * @param score a number, kept as its digits so that nothing is rounded on the way; null takes it back, and where the
     *              lines have weights it is computed
     * @param lines scores of rubric lines by code
     */
    record Score(String caseNumber, @Schema(type = "number", example = "78.5") String score,
                 @Schema(example = "{\"1\": 80, \"2\": 77.5}") Map<String, String> lines) {
    }

    record Scores(List<Score> scores) {

        Collection<SheetEntry> entries() {
            Map<String, SheetEntry> byCase = new LinkedHashMap<>();
            List<Fault> faults = new ArrayList<>();
            for (Score row : scores == null ? List.<Score>of() : scores) {
                if (row == null || row.caseNumber() == null) {
                    faults.add(new Fault("scores", "value-missing"));
                } else if (byCase.containsKey(row.caseNumber())) {
                    faults.add(new Fault(row.caseNumber(), "score-twice", row.caseNumber()));
                } else {
                    byCase.put(row.caseNumber(), new SheetEntry(row.caseNumber(), row.score(), row.lines() == null ? Map.of() : row.lines()));
                }
            }
            if (!faults.isEmpty()) {
                throw Refusal.invalid(faults);
            }
            return byCase.values();
        }
    }
}

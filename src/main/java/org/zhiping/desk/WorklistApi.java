package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.worklist.ManyTasks;
import org.zhiping.worklist.NextTask;
import org.zhiping.worklist.WorkCursor;
import org.zhiping.worklist.WorkFilter;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkReaders;
import org.zhiping.worklist.WorkView;
import org.zhiping.worklist.Worklist;

/** The worklist for programs: the same lists and acts as at the desk. Forms are read and submitted over the engine's own REST API. */
@Tag(name = "desk: worklist", description = "任务列表")
@RestController
@RequestMapping("/api/desk/worklist")
class WorklistApi {

    private static final int MOST = 200;

    /** @param next where the next page begins; null on the last one */
    record Listed(List<WorkItem> tasks, @Schema(nullable = true) String next, Map<String, Integer> counts) {
    }

    /** @param sought case or session number or its beginning, name or its beginning, identity number, or that number with stars */
    record Sought(String sought, String standard, String level, String round, String step) {
    }

    record Chosen(List<String> tasks) {
    }

    record Assignment(List<String> tasks, String to) {
    }

    /** @param refused why it was not done; empty when it was */
    record Told(String taskId, boolean done, List<String> refused) {
    }

    private final Worklist worklist;
    private final NextTask next;
    private final ManyTasks many;
    private final WorkReaders readers;
    private final CurrentUser user;
    private final Texts texts;

    WorklistApi(Worklist worklist, NextTask next, ManyTasks many, WorkReaders readers, CurrentUser user, Texts texts) {
        this.worklist = worklist;
        this.next = next;
        this.many = many;
        this.readers = readers;
        this.user = user;
        this.texts = texts;
    }

    @Operation(summary = "A page of one list, the most urgent first",
            description = "view: mine, waiting, overdue, deputy for who stands in for somebody, or team for a team lead. Counts stop at 1001, which means more than 1000.")
    @GetMapping
    Listed list(@RequestParam(defaultValue = "waiting") String view, @RequestParam(required = false) String standard,
                @RequestParam(required = false) String level, @RequestParam(required = false) String round,
                @RequestParam(required = false) String step, @RequestParam(required = false) String after,
                @RequestParam(defaultValue = "50") int size) {
        WorkReader reader = reader();
        WorkView wanted = WorkView.of(view).orElseThrow(() -> Refusal.invalid("view", "worklist-view", view));
        int most = Math.max(1, Math.min(size, MOST));
        WorkFilter filter = new WorkFilter(standard, level, round, step);
        List<WorkItem> found = worklist.page(reader, wanted, filter, WorkCursor.of(after), most + 1);
        Map<String, Integer> counts = new LinkedHashMap<>();
        worklist.counts(reader, filter).forEach((one, count) -> counts.put(one.id(), count));
        return new Listed(found.stream().limit(most).toList(), found.size() > most ? found.get(most - 1).cursor().text() : null, counts);
    }

    @Operation(summary = "Find tasks among those that you may see", description = "In the body, for a name belongs into no address.")
    @PostMapping("/search")
    List<WorkItem> search(@RequestBody Sought wish) {
        WorkReader reader = reader();
        if (wish.sought() == null || wish.sought().isBlank()) {
            throw Refusal.invalid("sought", "value-missing");
        }
        return worklist.search(reader, wish.sought(), new WorkFilter(wish.standard(), wish.level(), wish.round(), wish.step()), MOST);
    }

    @Operation(summary = "Claim the most urgent task that you may have; 204 when there is none")
    @PostMapping("/next")
    ResponseEntity<WorkItem> next(@RequestBody(required = false) WorkFilter filter) {
        WorkItem taken = next.claim(reader(), filter == null ? WorkFilter.NONE : filter).taken();
        return taken == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(taken);
    }

    @Operation(summary = "Claim several tasks; each is claimed or refused for itself")
    @PostMapping("/claim")
    List<Told> claim(@RequestBody Chosen chosen) {
        return told(many.claim(reader(), chosen.tasks()));
    }

    @Operation(summary = "Give several tasks to a colleague (team lead); each is given or refused for itself")
    @PostMapping("/assign")
    List<Told> assign(@RequestBody Assignment wish) {
        return told(many.assign(reader(), wish.tasks(), wish.to()));
    }

    private List<Told> told(List<ManyTasks.Result> results) {
        return results.stream().map(result -> new Told(result.taskId(), result.done(), result.faults().stream().map(texts::of).toList())).toList();
    }

    private WorkReader reader() {
        user.require(DeskRoles.CASE_WORK);
        return readers.of(user.id());
    }
}

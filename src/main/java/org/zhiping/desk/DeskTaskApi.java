package org.zhiping.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.NewerDraft;
import org.zhiping.casework.TaskDraft;
import org.zhiping.casework.TaskDrafts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.PageTimes;
import org.zhiping.platform.web.Problems;

/** What the script of a task's page asks for: the form, the draft, the completion through the gate. Refusals are problem documents. */
@RestController
@RequestMapping("/desk/tasks/{id}")
class DeskTaskApi {

    private final Tasks tasks;
    private final TaskDrafts drafts;
    private final CurrentUser user;
    private final PageTimes times;
    private final Texts texts;
    private final Clock clock;

    DeskTaskApi(Tasks tasks, TaskDrafts drafts, CurrentUser user, PageTimes times, Texts texts, Clock clock) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.user = user;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param draft null when nothing is kept */
    record Form(@JsonRawValue String schema, Map<String, Object> shown, boolean mine, Kept draft) {
    }

    record Kept(Map<String, Object> values, String text, String at, int version) {
    }

    /** @param draft null when the window has seen the latest */
    record Mine(Kept draft) {
    }

    record Saved(String at, int version) {
    }

    @GetMapping("/form")
    Form form(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        Tasks.Form form = tasks.form(id, user.id());
        return new Form(form.schema(), form.shown(), user.id().equals(form.task().assignee()), drafts.find(id, user.id()).map(this::kept).orElse(null));
    }

    private Kept kept(TaskDraft draft) {
        DraftContent content = DraftContent.of(draft);
        return new Kept(content.values(), content.text(), times.when(draft.savedAt()), draft.version());
    }

    /**
     * Answers with a refusal when the task has got lost to this person meanwhile.
     *
     * @param seen version of the draft that the window has seen last, here and below; 0 for none
     */
    @GetMapping("/mine")
    Mine mine(@PathVariable String id, @RequestParam(defaultValue = "0") int seen) {
        user.require(DeskRoles.STAFF);
        own(id);
        return new Mine(newer(id, seen).map(this::kept).orElse(null));
    }

    private Optional<TaskDraft> newer(String id, int seen) {
        return drafts.find(id, user.id()).filter(draft -> draft.version() != seen);
    }

    /** Of a task that has got lost meanwhile a draft that is there is still brought up to date, so that the last words are kept too. */
    @PutMapping("/draft")
    Saved save(@PathVariable String id, @RequestParam(defaultValue = "0") int seen, @RequestBody DraftContent content) {
        user.require(DeskRoles.STAFF);
        Tasks.Item task;
        try {
            task = own(id);
        } catch (Refusal lost) {
            drafts.find(id, user.id()).filter(draft -> draft.version() == seen).ifPresent(draft -> drafts.save(
                    new TaskDraft(id, user.id(), draft.task(), draft.businessKey(), content.json(), clock.instant(), seen)));
            throw lost;
        }
        TaskDraft kept = drafts.save(new TaskDraft(id, user.id(), task.key(), task.businessKey(), content.json(), clock.instant(), seen));
        return new Saved(times.when(kept.savedAt()), kept.version());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> newer(NewerDraft newer) {
        ProblemDetail problem = Problems.of(newer, texts);
        problem.setProperty("draft", kept(newer.kept()));
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        drafts.discard(id, user.id());
    }

    /** @param seen left out by those who keep no drafts */
    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestParam(required = false) Integer seen, @RequestBody Map<String, Object> values) {
        user.require(DeskRoles.STAFF);
        if (seen != null) {
            own(id);
            newer(id, seen).ifPresent(draft -> {
                throw new NewerDraft(draft);
            });
        }
        tasks.complete(id, user.id(), values);
    }

    private Tasks.Item own(String id) {
        return tasks.own(id, user.id());
    }
}

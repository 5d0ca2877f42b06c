package org.zhiping.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.TaskDraft;
import org.zhiping.casework.TaskDrafts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;
import org.zhiping.platform.web.PageTimes;

/** What the script of a task's page asks for: the form, the draft, the completion through the gate. Refusals are problem documents. */
@RestController
@RequestMapping("/desk/tasks/{id}")
class DeskTaskApi {

    private final Tasks tasks;
    private final TaskDrafts drafts;
    private final CurrentUser user;
    private final PageTimes times;
    private final Clock clock;

    DeskTaskApi(Tasks tasks, TaskDrafts drafts, CurrentUser user, PageTimes times, Clock clock) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.user = user;
        this.times = times;
        this.clock = clock;
    }

    /** @param draft null when nothing is kept */
    record Form(@JsonRawValue String schema, Map<String, Object> shown, boolean mine, Kept draft) {
    }

    record Kept(Map<String, Object> values, String text, String at) {
    }

    record Saved(String at) {
    }

    record Completed(String next) {
    }

    @GetMapping("/form")
    Form form(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        Tasks.Form form = tasks.form(id, user.id());
        return new Form(form.schema(), form.shown(), user.id().equals(form.task().assignee()), drafts.find(id, user.id()).map(this::kept).orElse(null));
    }

    private Kept kept(TaskDraft draft) {
        DraftContent content = DraftContent.of(draft);
        return new Kept(content.values(), content.text(), times.when(draft.savedAt()));
    }

    /** Answers with a refusal when the task has got lost to this person meanwhile. */
    @GetMapping("/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mine(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        own(id);
    }

    /** Of a task that has got lost meanwhile a draft that is there is still brought up to date, so that the last words are kept too. */
    @PutMapping("/draft")
    Saved save(@PathVariable String id, @RequestBody DraftContent content) {
        user.require(DeskRoles.STAFF);
        try {
            Tasks.Item task = own(id);
            return save(new TaskDraft(id, user.id(), task.key(), task.businessKey(), content.json(), clock.instant()));
        } catch (Refusal lost) {
            drafts.find(id, user.id()).ifPresent(draft ->
                    save(new TaskDraft(id, user.id(), draft.task(), draft.businessKey(), content.json(), clock.instant())));
            throw lost;
        }
    }

    private Saved save(TaskDraft draft) {
        drafts.save(draft);
        return new Saved(times.when(draft.savedAt()));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        user.require(DeskRoles.STAFF);
        drafts.discard(id, user.id());
    }

    @PostMapping("/complete")
    Completed complete(@PathVariable String id, @RequestBody Map<String, Object> values) {
        user.require(DeskRoles.STAFF);
        tasks.complete(id, user.id(), values);
        return new Completed(TaskLines.NEXT);
    }

    private Tasks.Item own(String id) {
        return tasks.own(id, user.id());
    }
}

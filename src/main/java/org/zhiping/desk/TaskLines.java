package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.Sessions;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.Tasks;
import org.zhiping.worklist.WorkCursor;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkReaders;
import org.zhiping.worklist.Worklist;

/** Says what each task is about, and leads to the place where it is done. */
@Component
class TaskLines {

    static final String ATTENDANCE = "record-attendance";
    static final String SCORES = "enter-scores";

    /**
     * The way on from a task of the reader: first to those of the same step that they have too.
     *
     * @param after where the task stands in the list, as text of a cursor; empty like {@code step} where the way leads to whatever waits
     */
    public record Way(String step, String after) {

        static final Way ANY = new Way("", "");
    }

    static Way next(Tasks.Item item) {
        return new Way(item.key(), new WorkCursor(item.due(), item.created(), item.id()).text());
    }

    private final Worklist worklist;
    private final WorkReaders readers;
    private final StepNames steps;
    private final Sessions sessions;
    private final Applications applications;
    private final SubjectNames names;
    private final WorklistLines worklistLines;

    TaskLines(Worklist worklist, WorkReaders readers, StepNames steps, Sessions sessions, Applications applications, SubjectNames names,
              WorklistLines worklistLines) {
        this.worklist = worklist;
        this.readers = readers;
        this.steps = steps;
        this.sessions = sessions;
        this.applications = applications;
        this.names = names;
        this.worklistLines = worklistLines;
    }

    /**
     * Open tasks as this person sees them: their own, those they may take, those of others. Who has a task that the worklist shows to
     * this person is what the worklist says, as is whether it may be taken: it may have moved since the items were asked for.
     */
    List<TaskLine> of(List<Tasks.Item> items, String person) {
        WorkReader reader = readers.of(person);
        Map<String, WorkItem> shown = worklist.find(reader, items.stream().map(Tasks.Item::id).toList()).stream()
                .collect(Collectors.toMap(WorkItem::taskId, Function.identity()));
        return items.stream().map(item -> of(item, shown.get(item.id()), reader)).toList();
    }

    private TaskLine of(Tasks.Item item, WorkItem shown, WorkReader reader) {
        boolean session = BusinessKey.isSession(item.businessKey());
        String subject = session ? said(sessions.find(item.businessKey())) : said(applications.find(item.businessKey()));
        return shown == null ? line(item, item.name(), subject, reader, false, false)
                : line(item(shown), item.name(), subject, reader, claimable(shown, reader), led(shown, reader));
    }

    /** The same of tasks as the worklist has them. */
    List<TaskLine> listed(List<WorkItem> items, WorkReader reader) {
        return items.stream().map(item -> line(item(item), null, item.person().isEmpty() ? worklistLines.subject(item)
                : worklistLines.subject(item) + " · " + item.person(), reader, claimable(item, reader), led(item, reader))).toList();
    }

    private static boolean led(WorkItem item, WorkReader reader) {
        return item.assignee() != null && !item.assignee().equals(reader.account()) && item.roles().stream().anyMatch(reader.leads()::contains);
    }

    private static boolean claimable(WorkItem item, WorkReader reader) {
        return item.assignee() == null && item.roles().stream().anyMatch(reader.roles()::contains);
    }

    private static Tasks.Item item(WorkItem item) {
        return new Tasks.Item(item.taskId(), item.step(), null, item.number(), item.assignee(), item.created(), item.due());
    }

    private TaskLine line(Tasks.Item item, String name, String subject, WorkReader reader, boolean claimable, boolean led) {
        String file = file(item.businessKey());
        return new TaskLine(item, steps.of(item.key(), name), subject, href(item.id(), item.key(), file), file, reader.account().equals(item.assignee()),
                claimable, led, item.assignee() != null && reader.absent().contains(item.assignee()));
    }

    /** The case file or the page of the session. */
    static String file(String number) {
        return (BusinessKey.isSession(number) ? "/desk/sessions/" : "/desk/cases/") + number;
    }

    static String href(String taskId, String step, String file) {
        return switch (step) {
            case ATTENDANCE -> file + "/attendance";
            case SCORES -> file + "/scores";
            default -> "/desk/tasks/" + taskId;
        };
    }

    static String page(Tasks.Item item) {
        return "/desk/tasks/" + item.id();
    }

    String said(ExamSession session) {
        var subject = session.subject();
        return names.of(subject.standard(), subject.edition(), subject.level(), subject.direction()) + " · "
                + names.part(subject.standard(), subject.edition(), subject.part());
    }

    String said(Application application) {
        return names.of(application) + " · " + MaskedName.of(application.applicantName());
    }
}

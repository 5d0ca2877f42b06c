package org.zhiping.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.exam.SessionSubject;
import org.zhiping.exam.Sessions;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.PersonMarks;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.OpenTask;
import org.zhiping.worklist.Line.About;

/** Looks up what tasks are about. */
@Component
class Subjects {

    private static final String SESSION = "S\\d+";

    private final Applications applications;
    private final Sessions sessions;
    private final PersonMarks marks;

    Subjects(Applications applications, Sessions sessions, PersonMarks marks) {
        this.applications = applications;
        this.sessions = sessions;
        this.marks = marks;
    }

    Line line(OpenTask task) {
        return task.number().matches(SESSION) ? session(task, sessions.find(task.number()).subject()) : ofCase(task);
    }

    List<Line> lines(List<OpenTask> tasks) {
        Map<String, Application> known = known(tasks.stream().map(OpenTask::number).filter(number -> !number.matches(SESSION)).collect(Collectors.toSet()));
        Map<String, SessionSubject> held = new HashMap<>();
        return tasks.stream().map(task -> task.number().matches(SESSION)
                ? session(task, held.computeIfAbsent(task.number(), number -> sessions.find(number).subject()))
                : known.containsKey(task.number()) ? ofCase(task, known.get(task.number())) : ofNothing(task)).toList();
    }

    private Map<String, Application> known(Set<String> numbers) {
        try {
            return applications.find(numbers).stream().collect(Collectors.toMap(Application::caseNumber, Function.identity()));
        } catch (Refusal oneIsMissing) {
            Map<String, Application> known = new HashMap<>();
            numbers.forEach(number -> {
                try {
                    known.put(number, applications.find(number));
                } catch (Refusal missing) {
                    known.remove(number);
                }
            });
            return known;
        }
    }

    /** A process that a process owner has made may be about no application of ours; its tasks are listed all the same. */
    private Line ofCase(OpenTask task) {
        try {
            return ofCase(task, applications.find(task.number()));
        } catch (Refusal unknown) {
            return ofNothing(task);
        }
    }

    private static Line ofNothing(OpenTask task) {
        return new Line(task, About.NOTHING, Set.of());
    }

    private Line ofCase(OpenTask task, Application application) {
        return new Line(task, new About(application.standard(), application.edition(), application.level(), application.direction(),
                task.part(), application.roundNumber(), MaskedName.of(application.applicantName()),
                MaskedIdNumber.of(application.claims().person().idNumber())), marks.of(application));
    }

    private static Line session(OpenTask task, SessionSubject subject) {
        return new Line(task, new About(subject.standard(), subject.edition(), subject.level(), subject.direction(), subject.part(),
                subject.round(), "", ""), Set.of());
    }
}

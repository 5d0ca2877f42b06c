package org.zhiping.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageTimes;

/** The milestones of a case as sentences. */
@Component
public class Timelines {

    /** One line; details are what the milestone has to say beside its name. */
    public record Line(Instant at, String title, List<Detail> details) {
    }

    public record Detail(String label, String value) {
    }

    private static final Set<String> TOLD = Set.of("reason", "round", "part", "due", "session", "number", "outcome");

    private final Milestones milestones;
    private final Texts texts;
    private final PageTimes times;
    private final SubjectNames names;

    Timelines(Milestones milestones, Texts texts, PageTimes times, SubjectNames names) {
        this.milestones = milestones;
        this.texts = texts;
        this.times = times;
        this.names = names;
    }

    /** Oldest first. */
    public List<Line> of(Application application) {
        return milestones.of(application.caseNumber()).stream().map(reached -> new Line(reached.at(),
                texts.of("page.milestone." + reached.milestone()), details(application, reached))).toList();
    }

    private List<Detail> details(Application application, MilestoneReached reached) {
        return reached.args().entrySet().stream()
                .filter(arg -> TOLD.contains(arg.getKey()) && !arg.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(arg -> new Detail(texts.of("page.arg." + arg.getKey()), said(application, arg.getKey(), arg.getValue())))
                .toList();
    }

    private String said(Application application, String arg, String value) {
        return switch (arg) {
            case "part" -> names.part(application.standard(), application.edition(), value);
            case "due" -> value.length() == 10 ? times.day(LocalDate.parse(value)) : times.when(OffsetDateTime.parse(value).toInstant());
            case "outcome" -> texts.of("result.outcome." + value);
            default -> value;
        };
    }
}

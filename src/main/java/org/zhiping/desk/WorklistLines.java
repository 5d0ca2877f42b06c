package org.zhiping.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Rounds;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.Option;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;
import org.zhiping.worklist.ManyTasks;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;

/** Says what stands in a worklist in the reader's language. */
@Component
class WorklistLines {

    /**
     * A row.
     *
     * @param subject   standard, level, direction and part
     * @param person    masked name of the applicant, or empty
     * @param idNumber  masked, or empty
     * @param assignee  name of whoever has it; empty while nobody has
     * @param href      where the work is done
     * @param file      the case file or session
     * @param claimable true while nobody has it
     */
    public record Line(String taskId, String step, String number, String subject, String person, String idNumber, Instant due,
                       String assignee, String href, String file, boolean claimable) {
    }

    /** What became of one of several tasks; {@code said} is empty when the act was done. */
    public record Told(String step, String number, String said) {
    }

    private final StepNames steps;
    private final SubjectNames names;
    private final Packs packs;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Texts texts;

    WorklistLines(StepNames steps, SubjectNames names, Packs packs, Rounds rounds, Accounts accounts, Texts texts) {
        this.steps = steps;
        this.names = names;
        this.packs = packs;
        this.rounds = rounds;
        this.accounts = accounts;
        this.texts = texts;
    }

    List<Line> of(List<WorkItem> items) {
        Map<String, String> people = new HashMap<>();
        return items.stream().map(item -> of(item, people)).toList();
    }

    private Line of(WorkItem item, Map<String, String> people) {
        String file = TaskLines.file(item.number());
        String assignee = item.assignee() == null ? "" : people.computeIfAbsent(item.assignee(),
                accounts::nameOf);
        return new Line(item.taskId(), steps.of(item.step(), null), item.number(), subject(item), item.person(), item.idNumber(), item.due(),
                assignee, TaskLines.href(item.taskId(), item.step(), file), file, item.assignee() == null);
    }

    /** Standard, level, direction and part. */
    String subject(WorkItem item) {
        if (item.standard().isEmpty()) {
            return "";
        }
        try {
            String subject = names.of(item.standard(), item.edition(), item.level(), item.direction());
            return item.part().isEmpty() || item.part().equals(Rulebook.NO_MORE_PARTS) ? subject : subject + " · " + names.part(item.standard(), item.edition(), item.part());
        } catch (Refusal unknownEdition) {
            return item.standard() + " " + item.level();
        }
    }

    List<Told> told(List<ManyTasks.Result> results) {
        return results.stream().map(result -> new Told(result.item() == null ? "" : steps.of(result.item().step(), null),
                result.item() == null ? result.taskId() : result.item().number(),
                result.faults().stream().map(texts::of).collect(Collectors.joining(" ")))).toList();
    }

    /** Standards, and the levels of each, newest edition last; the value is {@code standard/level}. */
    List<Option> levels() {
        return packs.all().stream().flatMap(pack -> Stream.concat(
                Stream.of(new Option(pack.standard(), Language.english() && pack.titleEn() != null ? pack.titleEn() : pack.title())),
                pack.levels().stream().map(level -> new Option(pack.standard() + "/" + level.code(),
                        names.of(pack.standard(), pack.edition(), level.code(), "")))))
                .collect(Collectors.toMap(Option::value, option -> option, (one, again) -> again, LinkedHashMap::new))
                .values().stream().toList();
    }

    List<Option> roundsToChoose() {
        return rounds.all().stream().map(round -> new Option(round.number(), round.number() + " " + round.name())).toList();
    }

    List<Option> stepsToChoose(List<String> keys) {
        return keys.stream().map(key -> new Option(key, steps.of(key, null))).sorted(Comparator.comparing(Option::label)).toList();
    }

    /** Those to whom a lead may give tasks; the lead too, who may take one from a colleague. */
    List<Option> colleagues(WorkReader lead) {
        return lead.leads().stream().flatMap(role -> Role.of(role).stream()).flatMap(role -> accounts.withRole(role).stream())
                .map(person -> new Option(person.id(), person.name() + " (" + person.id() + ")"))
                .distinct().sorted(Comparator.comparing(Option::value)).toList();
    }
}

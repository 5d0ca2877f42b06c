package org.zhiping.group;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Language;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** What a page or a program is shown of a file; people are masked. */
@Component
class ImportViews {

    static final int ROWS = 50;
    private static final int MOST_FILES = 100;

    /** @param agent display name of whoever handed it in */
    public record Summary(String number, String subject, String round, String agent, String sheet, String archive, State state, String stateText,
                          boolean running, boolean cancelling, int done, int total, int left, int percent, java.time.Instant startedAt,
                          List<String> notes) {
    }

    /** @param status of the case in words; empty where there is none */
    public record Line(int line, String name, String idNumber, String level, Change change, String changeText, String eligibility,
                       String eligibilityText, List<String> faults, List<String> gaps, List<String> lacking, String caseNumber, String status,
                       String result, String resultText) {
    }

    /** A file of the archive that went nowhere. */
    public record Stray(String name, String why) {
    }

    /** How many rows a filter shows. */
    public record Count(Filter filter, int rows) {
    }

    /** @param page from 1 */
    public record Detail(Summary summary, List<Count> counts, JdbcFiles.Counts files, Filter filter, int page, int pages, List<Line> lines,
                         List<Stray> strays) {
    }

    private final GroupImports imports;
    private final JdbcRows rows;
    private final JdbcFiles files;
    private final Rounds rounds;
    private final Packs packs;
    private final ColumnPlan plan;
    private final Applications applications;
    private final Accounts accounts;
    private final Words words;
    private final Texts texts;

    ImportViews(GroupImports imports, JdbcRows rows, JdbcFiles files, Rounds rounds, Packs packs, ColumnPlan plan, Applications applications,
                Accounts accounts, Words words, Texts texts) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.rounds = rounds;
        this.packs = packs;
        this.plan = plan;
        this.applications = applications;
        this.accounts = accounts;
        this.words = words;
        this.texts = texts;
    }

    Summary summary(GroupImport file) {
        Round round = rounds.find(file.round());
        GroupImports.Progress progress = imports.progress(file);
        return new Summary(file.number(), named(round), round.number(), accounts.find(file.agent()).map(one -> one.name()).orElse(file.agent()),
                file.sheetName(), file.archiveName(), file.state(), texts.of("group.state." + file.state()), file.state().running(),
                file.cancelling(), progress.done(), progress.total(), progress.left(), progress.percent(), file.startedAt(),
                file.notes().stream().map(Note::text).toList());
    }

    String named(Round round) {
        return packs.find(round.standard(), round.edition()).in(Language.now());
    }

    Detail detail(GroupImport file, Filter filter, int page) {
        Map<Filter, Integer> counts = rows.counts(file.number());
        int pages = Math.max(1, (counts.get(filter) + ROWS - 1) / ROWS);
        int shown = Math.max(1, Math.min(page, pages));
        List<GroupRow> lines = rows.page(file.number(), filter, ROWS, (long) (shown - 1) * ROWS);
        return new Detail(summary(file), counts.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue())).toList(), files.counts(file.number()), filter, shown, pages, lines(file, lines),
                files.troubled(file.number(), MOST_FILES).stream().map(this::stray).toList());
    }

    private Stray stray(ArchiveFile one) {
        return new Stray(one.name(), one.problem() == null ? one.said().text() : texts.of("group.file." + one.problem()));
    }

    private List<Line> lines(GroupImport file, List<GroupRow> lines) {
        Round round = rounds.find(file.round());
        StandardPack pack = packs.find(round.standard(), round.edition());
        Columns columns = plan.of(round);
        Map<String, Application> cases = applications.find(lines.stream().map(GroupRow::caseNumber).filter(Objects::nonNull).distinct().toList())
                .stream().collect(Collectors.toMap(Application::caseNumber, Function.identity()));
        return lines.stream().map(row -> line(row, pack, columns, cases)).toList();
    }

    private Line line(GroupRow row, StandardPack pack, Columns columns, Map<String, Application> cases) {
        String level = pack.level(row.level()).map(one -> one.in(Language.now())).orElse("");
        return new Line(row.line(), MaskedName.of(row.cell("name")), MaskedIdNumber.of(row.cell("person.idNumber")), level, row.change(),
                words.change(row), row.eligibility(), words.eligibility(row), words.faults(row, columns),
                row.report().gaps().stream().map(Note::text).toList(), row.report().lacking().stream().map(Note::text).toList(),
                row.caseNumber(), row.caseNumber() == null ? "" : texts.of("page.status." + cases.get(row.caseNumber()).status()),
                row.result(), words.result(row));
    }
}

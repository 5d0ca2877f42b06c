package org.zhiping.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.document.Documents;
import org.zhiping.group.GroupRow.Report;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Ineligibility;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Prospects;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Sha256;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.Packs;
import org.zhiping.standard.RequiredMaterial;
import org.zhiping.standard.StandardPack;

/**
 * Reads a file and says what it would do. Rows are read one by one and kept in batches, so that a file of any length takes the
 * same memory, and so that after a break the reading goes on behind the last batch.
 */
@Component
class DryRun {

    private static final int BATCH = 200;

    private final Documents documents;
    private final Rounds rounds;
    private final Packs packs;
    private final ColumnPlan plan;
    private final Applicants applicants;
    private final Prospects prospects;
    private final Reach reach;
    private final Standing standing;
    private final Intake intake;
    private final JdbcImports imports;
    private final JdbcRows rows;
    private final JdbcFiles files;
    private final Notes notes;
    private final Sealed sealed;
    private final GroupSettings settings;
    private final TransactionTemplate transactions;

    DryRun(Documents documents, Rounds rounds, Packs packs, ColumnPlan plan, Applicants applicants, Prospects prospects, Reach reach,
           Standing standing, Intake intake, JdbcImports imports, JdbcRows rows, JdbcFiles files, Notes notes, Sealed sealed, GroupSettings settings,
           TransactionTemplate transactions) {
        this.documents = documents;
        this.rounds = rounds;
        this.packs = packs;
        this.plan = plan;
        this.applicants = applicants;
        this.prospects = prospects;
        this.reach = reach;
        this.standing = standing;
        this.intake = intake;
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.notes = notes;
        this.sealed = sealed;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * @param goOn told after each batch; false stops the work
     * @throws Refusal when the file as a whole cannot be read
     */
    void run(GroupImport file, BooleanSupplier goOn) {
        Round round = rounds.find(file.round());
        StandardPack pack = packs.find(round.standard(), round.edition());
        if (sheet(file, round, goOn) && markRepeated(file.number()) && archive(file, pack, goOn) && lacking(file, pack, goOn)) {
            imports.move(file.number(), State.CHECKING, State.CHECKED);
        }
    }

    private boolean sheet(GroupImport file, Round round, BooleanSupplier goOn) {
        try (Sheet sheet = new Sheet(bytes(file), plan.of(round), settings)) {
            imports.total(file.number(), sheet.count(settings.maxRows()));
            if (!sheet.unknown().isEmpty()) {
                imports.notes(file.number(), List.of(notes.of("", "group.note.unknown-columns", String.join("、", sheet.unknown()))));
            }
            int last = rows.last(file.number());
            List<SheetRow> batch = new ArrayList<>();
            boolean[] going = {true};
            sheet.read(row -> {
                if (row.line() > last) {
                    batch.add(row);
                }
                if (batch.size() == BATCH) {
                    add(file, round, batch);
                    going[0] = goOn.getAsBoolean();
                }
                return going[0];
            });
            add(file, round, batch);
            return going[0] && goOn.getAsBoolean();
        }
    }

    private byte[] bytes(GroupImport file) {
        try (InputStream content = documents.open(file.sheet())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(GroupImport file, Round round, List<SheetRow> batch) {
        if (!batch.isEmpty()) {
            transactions.executeWithoutResult(status -> rows.add(file.number(), check(file, round, batch)));
            batch.clear();
        }
    }

    private List<GroupRow> check(GroupImport file, Round round, List<SheetRow> batch) {
        List<Applicant> people = batch.stream().map(applicants::of).toList();
        Standing.Known known = standing.known(file.agent(), round.standard(),
                people.stream().flatMap(one -> prospects.person(one.claims()).stream()).distinct().toList());
        List<GroupRow> checked = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            checked.add(check(file.agent(), round, batch.get(i), people.get(i), known));
        }
        return checked;
    }

    private GroupRow check(String agent, Round round, SheetRow row, Applicant applicant, Standing.Known known) {
        Prospects.Prospect prospect = applicant.level().isEmpty() ? new Prospects.Prospect(null, List.of(), List.of())
                : prospects.of(round, applicant.level(), applicant.direction(), applicant.claims());
        List<Fault> faults = Applicants.all(applicant, prospect);
        String person = prospects.person(applicant.claims()).orElse(null);
        faults.addAll(reach.faults(agent, person, applicant));
        String digest = sealed.digest(row.cells());
        Standing.Found found = !faults.isEmpty() || person == null ? new Standing.Found(Change.FAULTY, null)
                : known.of(person, applicant.level(), digest);
        Report report = new Report(faults.stream().map(notes::of).toList(), gaps(prospect.eligibility()), required(prospect.materials()), List.of());
        return new GroupRow(row.line(), person, reach.digest(applicant), applicant.level(), row.cells(), digest, found.change(),
                prospect.eligibility() == null ? null : prospect.eligibility().outcome(), 0, report,
                found.mine() == null ? null : found.mine().account(), found.mine() == null ? null : found.mine().caseNumber(), null, null);
    }

    private List<Note> gaps(Eligibility eligibility) {
        return eligibility == null || eligibility.eligible() ? List.of() : Ineligibility.conditions(eligibility).stream().map(notes::of).toList();
    }

    private static List<List<String>> required(List<RequiredMaterial> materials) {
        return materials.stream().filter(RequiredMaterial::required)
                .map(one -> one.anyOf().isEmpty() ? List.of(one.material()) : one.anyOf()).toList();
    }

    /** Of the same person and level only the first row counts, and two people have two numbers. */
    private boolean markRepeated(String number) {
        rows.repeated(number).forEach((line, first) -> fault(number, line, new Fault("person.idNumber", "row-repeated", first)));
        rows.sharing(number).forEach((line, first) -> fault(number, line, new Fault("person.phone", "phone-repeated", first)));
        return true;
    }

    private void fault(String number, int line, Fault fault) {
        GroupRow row = rows.find(number, line);
        Report report = new Report(List.of(notes.of(fault)), row.report().gaps(), row.report().required(), List.of());
        rows.report(number, new GroupRow(line, row.person(), row.phone(), row.level(), row.cells(), row.digest(), Change.FAULTY,
                row.eligibility(), 0, report, row.account(), row.caseNumber(), null, null));
    }

    private boolean archive(GroupImport file, StandardPack pack, BooleanSupplier goOn) {
        if (file.archive() == null) {
            return true;
        }
        Assignment assignment = new Assignment(file.number(), rows, prospects, new MaterialNames(pack));
        int last = files.last(file.number());
        try (Archive archive = new Archive(documents.open(file.archive()), settings)) {
            List<ArchiveFile> batch = new ArrayList<>();
            for (Archive.File next = archive.next(); next != null; next = archive.next()) {
                String sha256 = next.readable() ? sha256(archive) : null;
                if (next.entry() > last) {
                    batch.add(assignment.of(next, sha256));
                }
                if (batch.size() == BATCH) {
                    files.add(file.number(), batch);
                    batch.clear();
                    if (!goOn.getAsBoolean()) {
                        return false;
                    }
                }
            }
            files.add(file.number(), batch);
            return true;
        } catch (IOException damaged) {
            throw Refusal.invalid("archive", "archive-damaged");
        }
    }

    private static String sha256(Archive archive) throws IOException {
        MessageDigest digest = Sha256.digest();
        new DigestInputStream(archive.content(), digest).transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What each row would still lack, with the files of the archive and those of its case. */
    private boolean lacking(GroupImport file, StandardPack pack, BooleanSupplier goOn) {
        int line = 0;
        while (true) {
            List<GroupRow> batch = rows.after(file.number(), line, Filter.ALL, BATCH);
            if (batch.isEmpty()) {
                return true;
            }
            Map<Integer, List<String>> filed = files.of(file.number(), batch.stream().map(GroupRow::line).toList()).stream()
                    .collect(Collectors.groupingBy(ArchiveFile::line, Collectors.mapping(ArchiveFile::material, Collectors.toList())));
            rows.report(file.number(), batch.stream().map(row -> lacking(pack, row, filed.getOrDefault(row.line(), List.of()))).toList());
            line = batch.get(batch.size() - 1).line();
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
    }

    private GroupRow lacking(StandardPack pack, GroupRow row, List<String> filed) {
        List<String> there = new ArrayList<>(filed);
        pack.materials().stream().filter(kind -> kind.fulfilledBy().equals(MaterialKind.APPLICATION)).map(MaterialKind::code).forEach(there::add);
        if (row.caseNumber() != null) {
            intake.requirements(row.account(), row.caseNumber()).stream().map(Requirement::files).flatMap(List::stream)
                    .forEach(attached -> there.add(attached.material()));
        }
        List<Note> lacks = row.report().required().stream().filter(anyOf -> anyOf.stream().noneMatch(there::contains))
                .map(anyOf -> named(pack, anyOf)).toList();
        return new GroupRow(row.line(), row.person(), row.phone(), row.level(), row.cells(), row.digest(), row.change(), row.eligibility(), lacks.size(),
                row.report().lacking(lacks), row.account(), row.caseNumber(), row.result(), row.said());
    }

    private static Note named(StandardPack pack, List<String> anyOf) {
        List<MaterialKind> kinds = anyOf.stream().flatMap(code -> pack.material(code).stream()).toList();
        return new Note("", kinds.stream().map(MaterialKind::name).collect(Collectors.joining(" / ")),
                kinds.stream().map(kind -> kind.in(org.zhiping.platform.Language.ENGLISH)).collect(Collectors.joining(" / ")));
    }
}

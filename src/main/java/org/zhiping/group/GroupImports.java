package org.zhiping.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Documents;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;

/** What an agent does with the files they hand in; those of somebody else are as unknown as those that do not exist. */
@Component
class GroupImports {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";

    private final JdbcImports imports;
    private final JdbcRows rows;
    private final JdbcFiles files;
    private final Rounds rounds;
    private final ColumnPlan plan;
    private final Documents documents;
    private final GroupSettings settings;

    GroupImports(JdbcImports imports, JdbcRows rows, JdbcFiles files, Rounds rounds, ColumnPlan plan, Documents documents,
                 GroupSettings settings) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.rounds = rounds;
        this.plan = plan;
        this.documents = documents;
        this.settings = settings;
    }

    /** A file as it comes in. */
    record Upload(String name, InputStream content) {
    }

    /**
     * Takes a file in; what it would do is found out afterwards.
     *
     * @param archive  null for none
     * @param declared that each person in it has consented
     */
    @Transactional
    GroupImport hand(String agent, String roundNumber, Upload sheet, Upload archive, boolean declared) throws IOException {
        if (!declared) {
            throw Refusal.invalid("declared", "group-declare-first");
        }
        Round round = open(roundNumber);
        byte[] content = sheet.content().readNBytes((int) Math.min(settings.maxSheet().toBytes() + 1, Integer.MAX_VALUE - 8));
        new Sheet(content, plan.of(round), settings).close();
        UUID stored = documents.keep(name(sheet.name(), "applicants.xlsx"), XLSX, content);
        UUID packed = archive == null ? null : keep(archive);
        String number = imports.add(agent, round.number(), stored, sheet.name(), packed, archive == null ? null : archive.name());
        return imports.find(number);
    }

    private UUID keep(Upload archive) throws IOException {
        PushbackInputStream content = new PushbackInputStream(archive.content(), Archive.SIGNATURE);
        byte[] signature = content.readNBytes(Archive.SIGNATURE);
        Archive.checkSignature(signature);
        content.unread(signature);
        return documents.keepStream(name(archive.name(), "materials.zip"), ZIP, new CountedStream(content, this::checkSize));
    }

    private void checkSize(long bytes) {
        if (bytes > settings.maxArchive().toBytes()) {
            throw Archive.tooLarge("archive-too-large", settings.maxArchive().toMegabytes());
        }
    }

    /**
     * Takes an archive in, or another one in the place of the first; the check is done again with it.
     *
     * @param content of any length up to the limit; it is stored as it comes
     */
    @Transactional
    void pack(String agent, String number, Upload archive) throws IOException {
        GroupImport file = own(agent, imports.lock(number));
        if (!file.state().importable()) {
            throw Refusal.conflict("group-import-not-now");
        }
        UUID kept = keep(archive);
        if (file.archive() != null) {
            documents.remove(file.archive());
        }
        files.forget(number);
        imports.archive(number, kept, archive.name());
        imports.move(number, file.state(), State.CHECKING);
    }

    /** The name is kept with the import; the document's only has to be a sound one. */
    private static String name(String given, String otherwise) {
        return given != null && given.matches("[\\p{L}\\p{N} ._()（）-]{1,100}") && !given.startsWith(".") && !given.isBlank() ? given.strip() : otherwise;
    }

    /** A round that takes applications now. */
    Round open(String number) {
        return rounds.open().stream().filter(round -> round.number().equals(number)).findFirst()
                .orElseThrow(() -> Refusal.conflict("round-not-accepting", number));
    }

    List<GroupImport> page(String agent, int limit, long offset) {
        return imports.page(agent, limit, offset);
    }

    GroupImport find(String agent, String number) {
        return own(agent, imports.find(number));
    }

    /** @param all nothing at all while any row is faulty */
    @Transactional
    void take(String agent, String number, boolean all) {
        GroupImport file = own(agent, imports.lock(number));
        if (!file.state().importable() || file.sheet() == null) {
            throw Refusal.conflict("group-import-not-now");
        }
        open(file.round());
        int bad = rows.counts(number).get(Filter.FAULTY) + rows.counts(number).get(Filter.TAKEN) + rows.counts(number).get(Filter.LOCKED);
        if (all && bad > 0) {
            throw Refusal.conflict("group-import-all-or-none", bad);
        }
        int planned = rows.plan(number, "IMPORT", "change in ('NEW', 'CHANGED') and (result is null or result = 'REFUSED')") + files.plan(number);
        if (planned == 0) {
            throw Refusal.conflict("group-import-nothing");
        }
        imports.total(number, planned);
        imports.move(number, file.state(), State.IMPORTING);
    }

    @Transactional
    void submit(String agent, String number) {
        GroupImport file = own(agent, imports.lock(number));
        if (!file.state().submittable() && !(file.state() == State.CHECKED)) {
            throw Refusal.conflict("group-import-not-now");
        }
        int planned = rows.plan(number, "SUBMIT", "case_number is not null and change in ('NEW', 'CHANGED', 'UNCHANGED') "
                + "and (result is null or result in ('IMPORTED', 'NOT_SUBMITTED'))");
        if (planned == 0) {
            throw Refusal.conflict("group-import-nothing");
        }
        imports.total(number, planned);
        imports.move(number, file.state(), State.SUBMITTING);
    }

    @Transactional
    void cancel(String agent, String number) {
        GroupImport file = own(agent, imports.lock(number));
        if (!file.state().running()) {
            throw Refusal.conflict("group-import-not-now");
        }
        imports.cancel(number);
    }

    /** How far the present stage is. */
    Progress progress(GroupImport file) {
        int done = switch (file.state()) {
            case CHECKING -> rows.size(file.number());
            case IMPORTING, SUBMITTING -> file.total() - rows.left(file.number()) - files.left(file.number());
            default -> file.total();
        };
        return new Progress(done, file.total());
    }

    /** @param total 0 while that is not known */
    record Progress(int done, int total) {

        int percent() {
            return total == 0 ? 0 : (int) Math.min(100, 100L * done / total);
        }

        int left() {
            return Math.max(0, total - done);
        }
    }

    private static GroupImport own(String agent, GroupImport file) {
        if (!file.agent().equals(agent)) {
            throw Refusal.notFound("group-import-not-found");
        }
        return file;
    }
}

package org.zhiping.group;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.document.Documents;
import org.zhiping.document.StoredDocument;
import org.zhiping.intake.AttachedFile;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Requirement;
import org.zhiping.platform.Refusal;

/** Goes through the archive once and attaches each file to its case; one that is there already is not attached again. */
@Component
class FileImport {

    private static final int OFTEN = 20;

    private final Documents documents;
    private final Intake intake;
    private final JdbcRows rows;
    private final JdbcFiles files;
    private final Notes notes;
    private final GroupSettings settings;
    private final TransactionTemplate transactions;

    FileImport(Documents documents, Intake intake, JdbcRows rows, JdbcFiles files, Notes notes, GroupSettings settings,
               TransactionTemplate transactions) {
        this.documents = documents;
        this.intake = intake;
        this.rows = rows;
        this.files = files;
        this.notes = notes;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** @param goOn told now and then; false stops the work. @return false when it was stopped */
    boolean run(GroupImport file, BooleanSupplier goOn) {
        if (file.archive() == null || files.left(file.number()) == 0) {
            return true;
        }
        try (Archive archive = new Archive(documents.open(file.archive()), settings)) {
            for (Archive.File next = archive.next(); next != null; next = archive.next()) {
                attach(file, next, archive);
                if (next.entry() % OFTEN == 0 && !goOn.getAsBoolean()) {
                    return false;
                }
            }
            return goOn.getAsBoolean();
        } catch (IOException damaged) {
            throw Refusal.invalid("archive", "archive-damaged");
        }
    }

    private void attach(GroupImport file, Archive.File next, Archive archive) {
        try {
            transactions.executeWithoutResult(status -> files.take(file.number(), next.entry()).ifPresent(one -> {
                GroupRow row = rows.find(file.number(), one.line());
                if (row.caseNumber() != null) {
                    replace(row, one, archive.content());
                }
                files.done(file.number(), one.entry(), null);
            }));
        } catch (Refusal refused) {
            files.done(file.number(), next.entry(), notes.of(refused).get(0));
        }
    }

    private void replace(GroupRow row, ArchiveFile one, InputStream content) {
        List<AttachedFile> there = intake.requirements(row.account(), row.caseNumber()).stream().map(Requirement::files).flatMap(List::stream)
                .filter(attached -> attached.material().equals(one.material())).toList();
        Map<UUID, StoredDocument> stored = there.isEmpty() ? Map.of() : documents.find(there.stream().map(AttachedFile::document).toList());
        if (stored.values().stream().anyMatch(document -> document.sha256().equals(one.sha256()))) {
            return;
        }
        String name = one.name().substring(one.name().lastIndexOf('/') + 1);
        there.stream().filter(attached -> attached.name().equals(name))
                .forEach(old -> intake.detach(row.account(), row.caseNumber(), old.document()));
        intake.attach(row.account(), row.caseNumber(), one.material(), name, content);
    }
}

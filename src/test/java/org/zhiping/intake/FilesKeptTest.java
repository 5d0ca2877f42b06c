package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.intake.IntakeOffice.WHO;
import static org.zhiping.intake.IntakeOffice.worker;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhiping.document.TestDocuments;
import org.zhiping.document.VirusCheck;
import org.zhiping.platform.Refusal;

/** What becomes of files that are replaced or taken out, and which files are enough. */
class FilesKeptTest {

    private final IntakeOffice office = new IntakeOffice();

    @Test
    void beforeItIsHandedInAReplacedFileIsGone() {
        String caseNumber = office.draft(worker("2021-11-22", ""));
        UUID first = office.attach(caseNumber, "ID_COPY").document();
        AttachedFile second = replace(caseNumber, first);
        assertThat(files(caseNumber, "ID_COPY")).containsExactly(second.document());
        assertThat(earlier(caseNumber)).isEmpty();
        assertThat(office.jdbc.sql("select count(*) from document where id = :id").param("id", first).query(Integer.class).single()).isZero();
    }

    @Test
    void onceHandedInAReplacedFileStaysOnTheCaseFileWithWhatCameInItsPlace() {
        String caseNumber = office.submitted();
        UUID first = files(caseNumber, "ID_COPY").get(0);
        refused("application-not-editable", () -> replace(caseNumber, first));
        giveBack(caseNumber);
        UUID second = replace(caseNumber, first).document();
        UUID third = replace(caseNumber, second).document();
        assertThat(files(caseNumber, "ID_COPY")).containsExactly(third);
        assertThat(earlier(caseNumber)).as("the second one was never handed in").singleElement().satisfies(one -> {
            assertThat(one.file().document()).isEqualTo(first);
            assertThat(one.replacedBy()).isEqualTo(second);
            assertThat(one.endedBy()).isEqualTo(WHO);
            assertThat(one.endedAt()).isEqualTo(office.now);
        });
        assertThat(office.jdbc.sql("select count(*) from document where id = :id").param("id", first).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aFileThatWasHandedInAndTakenOutStaysToo() {
        String caseNumber = office.submitted();
        giveBack(caseNumber);
        UUID first = files(caseNumber, "ID_COPY").get(0);
        office.act(() -> office.intake.detach(WHO, caseNumber, first));
        assertThat(files(caseNumber, "ID_COPY")).isEmpty();
        assertThat(earlier(caseNumber)).singleElement().satisfies(one -> assertThat(one.replacedBy()).isNull());
        refused("document-not-found", () -> office.act(() -> office.intake.detach(WHO, caseNumber, first)));
    }

    /** Edge case 11: one of the papers named is enough, whichever it is; one in which a virus was found is none. */
    @Test
    void anyOnePaperOfALineIsEnough() {
        for (String code : List.of("STUDENT_CARD_COPY", "SCHOOL_LETTER")) {
            Requirement line = student(file(code, VirusCheck.CLEAN));
            assertThat(line.takes(code)).isTrue();
            assertThat(line.missing()).isFalse();
        }
        assertThat(student().missing()).isTrue();
        assertThat(student(file("SCHOOL_LETTER", VirusCheck.FOUND)).missing()).isTrue();
        assertThat(student(file("SCHOOL_LETTER", VirusCheck.WAITING)).missing()).isFalse();
    }

    private static Requirement student(AttachedFile... files) {
        return new Requirement("STUDENT_PROOF", List.of("STUDENT_CARD_COPY", "SCHOOL_LETTER"), true, "8.2", false, List.of(files));
    }

    private static AttachedFile file(String code, VirusCheck check) {
        return new AttachedFile(code, UUID.randomUUID(), "证明.pdf", "application/pdf", 5, 1, check, Instant.EPOCH);
    }

    private AttachedFile replace(String caseNumber, UUID document) {
        return office.act(() -> office.intake.replace(WHO, caseNumber, document, "新.pdf", new ByteArrayInputStream(TestDocuments.pdf())));
    }

    private List<UUID> files(String caseNumber, String material) {
        return office.intake.requirements(WHO, caseNumber).stream().flatMap(line -> line.files().stream())
                .filter(file -> file.material().equals(material)).map(AttachedFile::document).toList();
    }

    private List<EarlierFile> earlier(String caseNumber) {
        return office.facts.earlierFiles(office.applications.find(caseNumber));
    }

    private void giveBack(String caseNumber) {
        office.act(() -> {
            Application application = office.applications.lock(caseNumber);
            application.giveBack(office.now.plusSeconds(3600));
            office.applications.save(application);
        });
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}

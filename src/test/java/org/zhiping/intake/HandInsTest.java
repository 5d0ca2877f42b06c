package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiping.intake.IntakeOffice.WHO;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhiping.document.TestDocuments;
import org.zhiping.intake.Resubmission.ClaimChange;

/** What an applicant stated each time is kept, and what changed in between is told field by field and file by file. */
class HandInsTest {

    private final IntakeOffice office = new IntakeOffice();

    @Test
    void whatChangedBetweenTwoRoundsIsTold() {
        String caseNumber = office.submitted();
        Claims first = office.applications.find(caseNumber).claims();
        AttachedFile idCopy = file(caseNumber, "ID_COPY");
        assertThat(again(caseNumber)).isEmpty();
        giveBack(caseNumber);
        Claims.Job job = first.jobs().get(0);
        Claims second = new Claims(first.person(), List.of(new Claims.Job(job.employer(), job.occupation(), "2019-05-01", job.to()),
                new Claims.Job("新公司", "运营", "2010-01-01", "2012-01-01")), first.certificates(), first.titles(), first.educations(),
                first.courses(), first.condition());
        office.act(() -> office.intake.save(WHO, caseNumber, second, null));
        UUID unseen = replace(caseNumber, idCopy.document());
        UUID replaced = replace(caseNumber, unseen);
        handIn(caseNumber);

        assertThat(office.handIns.of(caseNumber)).extracting(HandIn::claims).containsExactly(first, second);
        Resubmission change = again(caseNumber).get(0);
        assertThat(change.number()).isEqualTo(2);
        assertThat(change.known()).isTrue();
        assertThat(change.claims()).containsExactlyInAnyOrder(new ClaimChange("jobs[0].from", job.from(), "2019-05-01"),
                new ClaimChange("jobs[1].employer", "", "新公司"), new ClaimChange("jobs[1].occupation", "", "运营"),
                new ClaimChange("jobs[1].from", "", "2010-01-01"), new ClaimChange("jobs[1].to", "", "2012-01-01"));
        assertThat(change.files()).as("a file nobody saw is passed over").singleElement().satisfies(one -> {
            assertThat(one.before().document()).isEqualTo(idCopy.document());
            assertThat(one.after().document()).isEqualTo(replaced);
        });
    }

    @Test
    void eachRoundTellsItsOwnChangesAndUnkeptClaimsAreSaid() {
        String caseNumber = office.submitted();
        giveBack(caseNumber);
        UUID added = office.attach(caseNumber, "ID_COPY").document();
        handIn(caseNumber);
        giveBack(caseNumber);
        office.act(() -> office.intake.detach(WHO, caseNumber, added));
        handIn(caseNumber);
        assertThat(again(caseNumber)).hasSize(2).allSatisfy(one -> assertThat(one.claims()).isEmpty());
        assertThat(again(caseNumber).get(0).files()).singleElement().satisfies(one -> assertThat(one.before()).isNull());
        assertThat(again(caseNumber).get(1).files()).singleElement().satisfies(one -> assertThat(one.after()).isNull());
        office.jdbc.sql("update hand_in set claims = null where number = 1").update();
        assertThat(again(caseNumber)).extracting(Resubmission::known).containsExactly(false, true);
    }

    private List<Resubmission> again(String caseNumber) {
        return office.handIns.resubmissions(office.applications.find(caseNumber));
    }

    private AttachedFile file(String caseNumber, String material) {
        return office.intake.requirements(WHO, caseNumber).stream().filter(line -> line.takes(material))
                .flatMap(line -> line.files().stream()).findFirst().orElseThrow();
    }

    private UUID replace(String caseNumber, UUID document) {
        TestDocuments.Upload upload = TestDocuments.upload("ID_COPY");
        return office.act(() -> office.intake.replace(WHO, caseNumber, document, upload.name(), upload.stream())).document();
    }

    private void giveBack(String caseNumber) {
        office.now = office.now.plus(Duration.ofHours(1));
        office.act(() -> {
            Application application = office.applications.lock(caseNumber);
            application.giveBack(office.now.plus(Duration.ofDays(5)));
            office.applications.save(application);
        });
        office.now = office.now.plus(Duration.ofHours(1));
    }

    private void handIn(String caseNumber) {
        office.now = office.now.plus(Duration.ofHours(1));
        office.act(() -> office.intake.supplement(WHO, caseNumber));
    }
}

package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhiping.intake.IntakeOffice.WHO;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiping.document.TestDocuments;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestTexts;

/** The places of a round, on PostgreSQL. */
class PlacesTest {

    private final IntakeOffice office = new IntakeOffice();
    private final String round = office.open(Map.of()).number();

    @Test
    void aPlaceIsTakenBySubmittingAndFreeAgainAfterAWithdrawal() {
        office.act(() -> office.rounds.limit(round, 1, Map.of()));
        String first = complete(WHO, "11010519491231002X");
        String second = complete("li.na", "110105198806053718");
        assertThat(office.rounds.use(round)).isEqualTo(new RoundUse(2, 0, 0, Map.of()));

        submit(WHO, first);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> submit("li.na", second)).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(TestTexts.create().of(refusal)).contains("名额已满", "草稿已经保留", "010-12345678");
        });
        assertThat(office.applications.find(second).status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(office.rounds.use(round).left(office.rounds.find(round))).isZero();

        office.act(() -> office.intake.withdraw(WHO, first, null));
        submit("li.na", second);
        assertThat(office.rounds.use(round).taken()).isEqualTo(1);
    }

    @Test
    void aLevelMayBeFullWhileTheRoundIsNot() {
        office.act(() -> office.rounds.limit(round, 9, Map.of("LEVEL_4", 1)));
        submit(WHO, complete(WHO, "11010519491231002X"));
        String second = complete("li.na", "110105198806053718");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> submit("li.na", second)).withMessage("round-level-full-contact");
    }

    @Test
    void ofTwoWhoSubmitInTheSameSecondOneGetsTheLastPlace() {
        office.act(() -> office.rounds.limit(round, 1, Map.of()));
        String first = complete(WHO, "11010519491231002X");
        String second = complete("li.na", "110105198806053718");
        List<Refusal> refused = Stream.of(trying(WHO, first), trying("li.na", second)).map(CompletableFuture::join)
                .filter(Objects::nonNull).toList();
        assertThat(refused).singleElement().satisfies(refusal -> assertThat(refusal).hasMessage("round-full-contact"));
        assertThat(office.rounds.use(round).taken()).isEqualTo(1);
    }

    private CompletableFuture<Refusal> trying(String who, String caseNumber) {
        return CompletableFuture.supplyAsync(() -> catchThrowableOfType(Refusal.class, () -> submit(who, caseNumber)));
    }

    @Test
    void theSecondWaitsForTheFirstToDecide() {
        office.act(() -> office.rounds.limit(round, 1, Map.of()));
        String first = complete(WHO, "11010519491231002X");
        String second = complete("li.na", "110105198806053718");
        CompletableFuture<Refusal> late = office.act(() -> {
            office.intake.submit(WHO, first);
            CompletableFuture<Refusal> trying = trying("li.na", second);
            while (!trying.isDone() && office.jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .query(Integer.class).single() == 0) {
                Thread.onSpinWait();
            }
            assertThat(trying).isNotDone();
            return trying;
        });
        assertThat(late.join()).isNotNull().hasMessage("round-full-contact");
    }

    @Test
    void theLimitIsRaisedAtAnyTimeAndNeverBelowWhatIsTaken() {
        submit(WHO, complete(WHO, "11010519491231002X"));
        submit("li.na", complete("li.na", "110105198806053718"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.rounds.limit(round, 1, Map.of())))
                .withMessage("round-capacity-taken");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() -> office.rounds.limit(round, null, Map.of("LEVEL_4", 1))))
                .withMessage("round-capacity-taken");
        office.act(() -> office.rounds.limit(round, 2, Map.of()));
        office.act(() -> office.rounds.limit(round, 500, Map.of("LEVEL_4", 2)));
        office.act(() -> office.rounds.limit(round, null, Map.of()));
        assertThat(office.rounds.find(round).capacity()).isNull();
    }

    private void submit(String who, String caseNumber) {
        office.act(() -> office.intake.submit(who, caseNumber));
    }

    /** A draft with everything that is needed. */
    private String complete(String who, String idNumber) {
        String caseNumber = office.act(() -> office.intake.start(who, round, "LEVEL_4", "A")).caseNumber();
        Claims.Person person = new Claims.Person("RESIDENT_ID", idNumber, "", "", "13800000000", "WORKER", "北京某传媒有限公司");
        office.act(() -> office.intake.save(who, caseNumber, new Claims(person, IntakeOffice.worker("2021-11-22", "").jobs(), null, null, null, null, ""), null));
        office.intake.requirements(who, caseNumber).stream().filter(Requirement::missing).forEach(line -> {
            TestDocuments.Upload upload = TestDocuments.upload(line.material());
            office.act(() -> office.intake.attach(who, caseNumber, line.material(), upload.name(), upload.stream()));
        });
        return caseNumber;
    }
}

package org.zhiping.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;

/** A milestone and its notice stand or fall together. */
@ProductTest
class NotifierTest {

    @Autowired
    private Accounts accounts;
    @Autowired
    private Rounds rounds;
    @Autowired
    private Intake intake;
    @Autowired
    private Milestones milestones;
    @Autowired
    private Inbox inbox;
    @Autowired
    private StaffNotices staffNotices;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private String applicant;
    private String caseNumber;

    @BeforeEach
    void aCase() {
        applicant = "notified-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.register(applicant, "张三", "Long-enough-4-everybody");
        Instant now = clock.instant();
        String round = rounds.plan(new RoundPlan("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"),
                now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), LocalDate.of(2026, 11, 1),
                Map.of("referenceDateRule", "fixed", "oneYearReading", "cumulative", "publicityWorkingDays", "0", "returnLimit", "3",
                        "certificate.bodyKind", "S", "certificate.bodyCode", "0000", "certificate.province", "11",
                        "certificate.site", "000001"))).number();
        rounds.open(round);
        caseNumber = intake.start(applicant, round, "LEVEL_4", "A").caseNumber();
    }

    @Test
    void aMilestoneIsToldInItsTransaction() {
        transaction.executeWithoutResult(status -> milestones.reach(caseNumber, Milestone.ACCEPTED, Map.of()));
        assertThat(inbox.unread(applicant)).isEqualTo(1);
        assertThat(inbox.of(applicant)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("accepted");
            assertThat(entry.body()).contains(caseNumber);
        });
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            milestones.reach(caseNumber, Milestone.ACCEPTED, Map.of());
            throw new IllegalStateException("later step fails");
        })).hasMessage("later step fails");
        assertThat(inbox.of(applicant)).isEmpty();
    }

    @Test
    void staffAreToldOfAStepByItsNameOnceAKey() {
        String staff = "staff-of-" + applicant;
        for (int day = 1; day <= 2; day++) {
            transaction.executeWithoutResult(status -> staffNotices.tell(List.of(staff), "reminder", "reminder:t1:2026-12-01", caseNumber,
                    Map.of("task", "review-materials", "due", "2026-12-01")));
        }
        assertThat(inbox.of(staff)).singleElement().satisfies(entry -> {
            assertThat(entry.forStaff()).isTrue();
            assertThat(entry.number()).isEqualTo(caseNumber);
            assertThat(entry.body()).contains("审核申报材料", "全媒体运营师", "2026年12月1日");
        });
        assertThatThrownBy(() -> staffNotices.tell(List.of(staff), "reminder", "k", caseNumber, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void withoutATransactionNothingIsTold() {
        MilestoneReached outside = new MilestoneReached(-1, caseNumber, applicant, Milestone.ACCEPTED, Map.of(), clock.instant());
        assertThatThrownBy(() -> events.publishEvent(outside)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(jdbc.sql("select count(*) from notice where account = :account").param("account", applicant)
                .query(Integer.class).single()).isZero();
    }
}

package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.zhiping.TestDatabase;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.notice.PersonNotices;
import org.zhiping.platform.Language;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.Tasks;

/** One digest a working day and person, whatever runs again; choices on PostgreSQL. */
class DigestsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Tuesday, a quarter to eight and a quarter past. */
    private static final Instant EARLY = Instant.parse("2026-11-23T23:45:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-24T00:15:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-25T00:15:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final NoticeChoices choices = new JdbcNoticeChoices(jdbc);
    private final Accounts accounts = mock(Accounts.class);
    private final Tasks tasks = mock(Tasks.class);
    private final StepNames steps = mock(StepNames.class);
    private final Inbox inbox = mock(Inbox.class);
    private final PersonNotices notices = mock(PersonNotices.class);
    private final WorkingDays workingDays = mock(WorkingDays.class);

    @BeforeEach
    void somebodyWithADigest() {
        when(workingDays.isWorkingDay(any())).thenReturn(true);
        when(accounts.find("li")).thenReturn(Optional.of(new Account("li", "李", "", Set.of(Role.EVALUATOR), true)));
        when(steps.of(any(), anyString(), any())).thenAnswer(call -> call.getArgument(1));
        when(tasks.mine("li")).thenReturn(List.of(task("review-materials", EARLY), task("approve-result", NEXT.plusSeconds(60))));
        when(tasks.claimable("li")).thenReturn(List.of(task("verify-scores", NEXT)));
        choices.daily("li", true, EARLY.minusSeconds(600));
    }

    private static Tasks.Item task(String key, Instant due) {
        return new Tasks.Item(key, key, key, "ZP202600000001", "li", EARLY, due);
    }

    /** A start of the product: nothing is remembered but what the database has. */
    private Digests started(Instant now) {
        return new Digests(choices, accounts, tasks, steps, inbox, new Routing(new FileDecisions()), notices, workingDays,
                new DigestSettings(LocalTime.of(8, 0)), new DataSourceTransactionManager(database), Clock.fixed(now, ZONE));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> told(String day) {
        ArgumentCaptor<Function<Locale, Map<String, String>>> values = ArgumentCaptor.forClass(Function.class);
        verify(notices).tell(eq("li"), eq("staff-digest"), eq("digest:" + day), values.capture());
        return values.getValue().apply(Language.CHINESE);
    }

    @Test
    void beforeTheHourAndOnAHolidayNothingGoesOut() {
        started(EARLY).scan();
        when(workingDays.isWorkingDay(any())).thenReturn(false);
        started(MORNING).scan();
        verify(notices, never()).tell(anyString(), anyString(), anyString(), any(Function.class));
    }

    @Test
    void aMorningIsSeenToOnceThroughStartsAndTwoServers() {
        Digests one = started(MORNING);
        one.scan();
        one.scan();
        started(MORNING.plusSeconds(3600)).scan();
        assertThat(told("2026-11-24")).containsEntry("waiting", "2").containsEntry("overdue", "1").containsEntry("open", "1")
                .containsEntry("tasks", "review-materials ZP202600000001\napprove-result ZP202600000001");
        started(NEXT).scan();
        verify(notices, times(2)).tell(eq("li"), eq("staff-digest"), anyString(), any(Function.class));
    }

    @Test
    void aDigestThatFailsIsMadeLaterThatDay() {
        doThrow(new IllegalStateException("database away")).doNothing().when(notices).tell(anyString(), anyString(), anyString(), any(Function.class));
        Digests digests = started(MORNING);
        digests.scan();
        assertThat(jdbc.sql("select count(*) from staff_digest").query(Integer.class).single()).isZero();
        digests.scan();
        assertThat(jdbc.sql("select count(*) from staff_digest").query(Integer.class).single()).isOne();
    }

    @Test
    void itTellsWhatWasHeldBackSinceTheOneBeforeAndNotWhatWasUrgent() {
        when(inbox.since(eq("li"), any(), any(), anyInt())).thenReturn(List.of(entry("staff-reminder", "快到期"), entry("staff-escalated-overdue", "上报"),
                entry("staff-digest", "昨天的"), entry("accepted", "我的申报")));
        started(MORNING).scan();
        assertThat(told("2026-11-24")).containsEntry("news", "快到期");
        verify(inbox).since("li", EARLY.minusSeconds(600), Language.CHINESE, 1000);
        started(NEXT).scan();
        verify(inbox).since("li", MORNING, Locale.ENGLISH, 1000);
    }

    @Test
    void manyAreCountedWhereNotAllAreListed() {
        when(inbox.since(eq("li"), any(), any(), anyInt())).thenReturn(Stream.concat(Collections.nCopies(40, entry("staff-escalated-overdue", "上报")).stream(),
                Collections.nCopies(32, entry("staff-reminder", "快到期")).stream()).toList());
        started(MORNING).scan();
        assertThat(told("2026-11-24")).containsEntry("more", "2").hasEntrySatisfying("news", news -> assertThat(news.lines()).hasSize(30));
    }

    private static Entry entry(String kind, String subject) {
        return new Entry(1, "ZP202600000001", kind, subject, "", EARLY, false, subject);
    }

    @Test
    void whereNothingWaitsNothingIsSaidAndWhoLeftGetsNone() {
        when(tasks.mine("li")).thenReturn(List.of());
        when(tasks.claimable("li")).thenReturn(List.of());
        started(MORNING).scan();
        when(accounts.find("li")).thenReturn(Optional.of(new Account("li", "李", "", Set.of(Role.APPLICANT), true)));
        started(NEXT).scan();
        verify(notices, never()).tell(anyString(), anyString(), anyString(), any(Function.class));
    }

    @Test
    void choicesAreKeptUntilTheyAreGivenUp() {
        choices.choose("li", "accepted", Channel.MAIL, false);
        choices.choose("li", "accepted", Channel.MAIL, true);
        choices.choose("li", "accepted", Channel.SMS, false);
        assertThat(choices.of("li")).isEqualTo(Map.of("accepted", Map.of(Channel.MAIL, true, Channel.SMS, false)));
        assertThat(choices.wanted("li", "accepted", Channel.MAIL)).contains(true);
        choices.choose("li", "accepted", Channel.MAIL, null);
        assertThat(choices.wanted("li", "accepted", Channel.MAIL)).isEmpty();
        choices.daily("li", false, MORNING);
        assertThat(choices.daily("li")).isFalse();
        assertThat(choices.begin("li", MORNING.atOffset(ZoneOffset.UTC).toLocalDate(), MORNING)).isEmpty();
    }
}

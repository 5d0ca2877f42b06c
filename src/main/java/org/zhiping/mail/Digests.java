package org.zhiping.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.Entry;
import org.zhiping.notice.Inbox;
import org.zhiping.notice.PersonNotices;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.process.Tasks;

/**
 * One notice each working-day morning, for staff who want that instead of a mail for each thing: what waits for them, what is overdue,
 * what has happened. A row for each person and day is written with it, so that whatever is started again, or runs twice, makes no second
 * one; a morning on which no server ran is made up for later that day.
 */
@Component
class Digests {

    static final String KIND = "staff-digest";
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int MOST_LINES = 30;
    private static final int MOST_NEWS = 1000;

    private final NoticeChoices choices;
    private final Accounts accounts;
    private final Tasks tasks;
    private final StepNames steps;
    private final Inbox inbox;
    private final Routing routing;
    private final PersonNotices notices;
    private final WorkingDays workingDays;
    private final LocalTime at;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(NoticeChoices choices, Accounts accounts, Tasks tasks, StepNames steps, Inbox inbox, Routing routing, PersonNotices notices,
            WorkingDays workingDays, DigestSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.choices = choices;
        this.accounts = accounts;
        this.tasks = tasks;
        this.steps = steps;
        this.inbox = inbox;
        this.routing = routing;
        this.notices = notices;
        this.workingDays = workingDays;
        this.at = settings.at();
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One transaction a person; one whose digest fails holds nobody else up and is tried again. */
    @Scheduled(cron = "${zhiping.digest.scan:50 * * * * *}")
    void scan() {
        LocalDate today = LocalDate.now(clock);
        if (LocalTime.now(clock).isBefore(at) || !workingDays.isWorkingDay(today)) {
            return;
        }
        for (String account : choices.allDaily()) {
            try {
                transaction.executeWithoutResult(status -> accounts.find(account).filter(Digests::works)
                        .ifPresent(person -> choices.begin(account, today, clock.instant()).ifPresent(since -> tell(account, today, since))));
            } catch (RuntimeException failed) {
                LOG.warn("The digest of {} for {} is not made yet: {}", account, today, failed.toString());
            }
        }
    }

    private static boolean works(Account account) {
        return account.enabled() && account.hasStaffRole();
    }

    /** Nothing is said where nothing waits. */
    private void tell(String account, LocalDate today, Instant since) {
        Instant now = clock.instant();
        List<Tasks.Item> mine = tasks.mine(account);
        int open = tasks.claimable(account).size();
        long overdue = mine.stream().filter(task -> task.due() != null && task.due().isBefore(now)).count();
        boolean news = !news(account, since, Locale.ENGLISH).isEmpty();
        if (mine.isEmpty() && open == 0 && !news) {
            return;
        }
        notices.tell(account, KIND, "digest:" + today, locale -> {
            Map<String, String> values = new HashMap<>(Map.of("day", today.toString(), "waiting", String.valueOf(mine.size()),
                    "open", String.valueOf(open)));
            if (overdue > 0) {
                values.put("overdue", String.valueOf(overdue));
            }
            values.put("tasks", mine.stream().limit(MOST_LINES).map(task -> steps.of(locale, task.key(), task.name()) + " " + task.businessKey())
                    .collect(Collectors.joining("\n")));
            List<Entry> told = news(account, since, locale);
            values.put("news", told.stream().limit(MOST_LINES).map(Entry::subject).collect(Collectors.joining("\n")));
            if (told.size() > MOST_LINES) {
                values.put("more", String.valueOf(told.size() - MOST_LINES));
            }
            return values;
        });
    }

    /** What would have been mailed at once. */
    private List<Entry> news(String account, Instant since, Locale locale) {
        return inbox.since(account, since, locale, MOST_NEWS).stream()
                .filter(entry -> entry.forStaff() && !entry.kind().equals(KIND) && !routing.of(entry.kind(), true).urgent()).toList();
    }
}

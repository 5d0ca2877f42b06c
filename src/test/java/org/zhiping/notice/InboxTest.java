package org.zhiping.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;

/** The inbox on PostgreSQL. */
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final List<Object> told = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Notices notices = new JdbcNotices(jdbc, told::add, new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void forgetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aMilestoneIsToldOnce() {
        tell(1, "zhang");
        tell(1, "zhang");
        tell(2, "zhang");
        assertThat(notices.of("zhang")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo("accepted");
            assertThat(entry.at()).isEqualTo(NOW);
            assertThat(entry.read()).isFalse();
        });
    }

    @Test
    void ofManyOnlyThoseAreToldWhoWereNot() {
        tell("reminder:7", List.of("zhang", "li"));
        tell("reminder:7", List.of("li", "wang", "wang"));
        assertThat(told).filteredOn(NoticeTold.class::isInstance).extracting("account").containsExactlyInAnyOrder("zhang", "li", "wang");
        assertThat(List.of("zhang", "li", "wang")).allSatisfy(person -> assertThat(notices.of(person)).hasSize(1));
    }

    @Test
    void eachReadsTheirOwnLanguage() {
        tell(1, "zhang");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(notices.of("zhang").get(0).subject()).isEqualTo("申报已受理");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(notices.of("zhang").get(0).subject()).isEqualTo("Accepted");
    }

    @Test
    void theVersionTheShortMessageAndTheValuesAreKept() {
        tell(1, "zhang");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(notices.of("zhang").get(0).sms()).isEqualTo("已受理");
        assertThat(notices.find(notices.of("zhang").get(0).id(), Locale.ENGLISH).sms()).isEqualTo("Accepted");
        assertThat(jdbc.sql("select version from notice_text order by version").query(Integer.class).list()).containsExactly(0, 2);
        assertThat(notices.latest("accepted", "ZP202600000001")).get().extracting(Notices.Told::said).isEqualTo(Map.of("due", "2026-12-01"));
        assertThat(notices.ofKind("accepted", 5)).hasSize(1);
        assertThat(notices.ofKind("returned", 5)).isEmpty();
    }

    @Test
    void readNoticesAreNoLongerCounted() {
        tell(1, "zhang");
        tell(2, "zhang");
        tell(3, "li");
        assertThat(notices.unread("zhang")).isEqualTo(2);
        notices.read("zhang", notices.of("zhang").get(1).id());
        assertThat(notices.unread("zhang")).isEqualTo(1);
        notices.readAll("zhang");
        assertThat(notices.unread("zhang")).isZero();
        assertThat(notices.unread("li")).isEqualTo(1);
    }

    @Test
    void somebodyElsesNoticeIsUnknown() {
        tell(1, "zhang");
        long id = notices.of("zhang").get(0).id();
        assertThatThrownBy(() -> notices.read("li", id)).isInstanceOf(Refusal.class).hasMessage("notice-not-found");
        assertThat(notices.of("li")).isEmpty();
        assertThat(notices.unread("zhang")).isEqualTo(1);
    }

    private void tell(long milestone, String account) {
        tell("milestone:" + milestone, List.of(account));
    }

    private void tell(String key, List<String> accounts) {
        notices.add(new Notice(accounts, key, "accepted", "ZP202600000001", NOW, Map.of("due", "2026-12-01")),
                List.of(new Wording(Locale.SIMPLIFIED_CHINESE, 2, "申报已受理", "<p>…</p>", "已受理"), new Wording(Locale.ENGLISH, 0, "Accepted", "<p>…</p>", null)));
    }
}

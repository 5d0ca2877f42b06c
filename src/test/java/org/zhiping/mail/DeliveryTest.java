package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.PostOffice;
import org.zhiping.PostOffice.Manner;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.notice.NoticeTold;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/** Notices by mail, through a real SMTP server in all its moods. */
@ProductTest
class DeliveryTest {

    private static final PostOffice OFFICE = new PostOffice().open();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> VALUES = Map.of("task", "plan-session", "due", "2026-12-01");

    @Autowired Accounts accounts;
    @Autowired StaffNotices notices;
    @Autowired Mails mails;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient jdbc;

    private record Line(String messageId, MailState state, int attempts, String cause, boolean possiblyRepeated) {
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Map.of("spring.mail.host", "localhost", "spring.mail.port", OFFICE.port(), "zhiping.mail.from", "notices@zhiping.example",
                "zhiping.mail.poll", "20ms", "zhiping.mail.first-retry", "40ms", "zhiping.mail.longest-retry", "400ms",
                "zhiping.mail.max-attempts", 12, "zhiping.institution.contact", "office@zhiping.example",
                "zhiping.public-address", "https://zhiping.example.org", "spring.mail.properties.mail.smtp.timeout", 5000)
                .forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private String somebody() {
        String id = "mail-reader-" + NUMBER.incrementAndGet();
        accounts.create(id, "收信人", "", java.util.Set.of(Role.EXAM_OFFICER), "correct-horse-7", "test");
        accounts.reach(id, address(id), Language.CHINESE, id);
        return id;
    }

    private static String address(String account) {
        return account + "@example.com";
    }

    private void tell(String account, Map<String, String> values) {
        transaction.executeWithoutResult(status -> notices.tell(List.of(account), "reminder", "of " + account, "S2026000001", values));
    }

    private String told(Manner... manners) {
        String account = somebody();
        OFFICE.meet(address(account), manners);
        tell(account, VALUES);
        return account;
    }

    private Line line(String account) {
        return jdbc.sql("select message_id, state, attempts, cause, possibly_repeated from mail where account = :account")
                .param("account", account).query(Line.class).single();
    }

    private Line ended(String account, MailState state) {
        await().atMost(Duration.ofMinutes(1)).until(() -> line(account).state() == state);
        return line(account);
    }

    private List<PostOffice.Received> received(String account) {
        return OFFICE.received(address(account));
    }

    @Test
    void theMailSaysWhatTheNoticeSays() throws Exception {
        String account = told();
        Line sent = ended(account, MailState.SENT);
        assertThat(sent).isEqualTo(new Line(sent.messageId(), MailState.SENT, 1, null, false));
        assertThat(received(account)).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo(sent.messageId()).matches("<notice-\\d+\\.[0-9a-z]+@zhiping\\.example>");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("Subject")).matches("[\\x20-\\x7e\\r\\n]+");
            assertThat(mail.message().getSubject()).isEqualTo("待办即将到期：编排考试场次（S2026000001）");
            assertThat(((InternetAddress) mail.message().getFrom()[0]).getAddress()).isEqualTo("notices@zhiping.example");
            assertThat(mail.message().getReplyTo()[0]).hasToString("office@zhiping.example");
            assertThat(mail.message().getAllRecipients()).hasSize(1);
            MimeMultipart both = (MimeMultipart) mail.message().getContent();
            assertThat(both.getContentType()).startsWith("multipart/alternative");
            assertThat((String) both.getBodyPart(0).getContent()).startsWith("收信人，您好：")
                    .contains("须在 2026年12月1日 前办完", "https://zhiping.example.org/desk/inbox", "联系方式：office@zhiping.example").doesNotContain("<", "&");
            assertThat((String) both.getBodyPart(1).getContent()).contains("<html lang=\"zh-CN\">", "<a href=\"https://zhiping.example.org/desk/inbox\">");
        });
    }

    @Test
    void ofManyTasksThatComeDueTogetherAFewHaveAMailAndOneMoreSaysThatThereAreOthers() throws Exception {
        String account = somebody();
        for (int n = 0; n < 12; n++) {
            String key = "late task " + n + " of " + account;
            transaction.executeWithoutResult(status -> notices.tell(List.of(account), "overdue", key, "S2026000001", VALUES));
        }
        assertThat(jdbc.sql("select kind from notice where account = :account and kind = 'staff-overdue'").param("account", account).query(String.class).list())
                .hasSize(12);
        await().atMost(Duration.ofSeconds(30)).until(() -> received(account).size() >= 6);
        List<String> subjects = new ArrayList<>();
        for (PostOffice.Received mail : received(account)) {
            subjects.add(mail.message().getSubject());
        }
        assertThat(subjects).hasSize(6).filteredOn(subject -> subject.contains("多项任务到期或逾期")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from mail where account = :account").param("account", account).query(Integer.class).single()).isEqualTo(6);
    }

    @Test
    void whoReadsEnglishGetsEnglish() throws Exception {
        String account = somebody();
        accounts.reach(account, "o'neil@例子.测试", Language.ENGLISH, account);
        tell(account, VALUES);
        ended(account, MailState.SENT);
        assertThat(OFFICE.received("o'neil@xn--fsqu00a.xn--0zwm56d")).singleElement().satisfies(mail -> {
            assertThat(mail.message().getSubject()).isEqualTo("Due soon: Plan the exam session (S2026000001)");
            assertThat((String) ((MimeMultipart) mail.message().getContent()).getBodyPart(0).getContent()).startsWith("Dear 收信人,");
        });
    }

    @Test
    void aServerThatIsDownIsTriedUntilItIsUpAgain() {
        OFFICE.shut();
        String account = told();
        await().atMost(Duration.ofMinutes(1)).until(() -> line(account).attempts() > 1);
        assertThat(received(account)).isEmpty();
        OFFICE.open();
        assertThat(ended(account, MailState.SENT).possiblyRepeated()).isFalse();
        assertThat(received(account)).hasSize(1);
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() {
        String account = told(Manner.BUSY, Manner.CLOSING, Manner.BUSY_AFTER_CONTENT);
        assertThat(ended(account, MailState.SENT)).extracting(Line::attempts, Line::possiblyRepeated).containsExactly(4, false);
        assertThat(received(account)).hasSize(1);
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAtOnceAndSentAgainAtTheDeskOnceItIsRight() {
        String account = told(Manner.NO_SUCH_PERSON);
        Line dead = ended(account, MailState.DEAD);
        assertThat(dead.attempts()).isEqualTo(1);
        assertThat(dead.cause()).contains("550 5.1.1 <m***@example.com> unknown here");
        Mail mail = mails.dead().stream().filter(one -> one.account().equals(account)).findFirst().orElseThrow();
        assertThat(mail.address()).isEqualTo("m***@example.com");

        accounts.reach(account, "right@example.com", Language.CHINESE, account);
        mails.resend(mail.id());
        ended(account, MailState.SENT);
        assertThat(OFFICE.received("right@example.com")).singleElement()
                .satisfies(received -> assertThat(received.messageId()).isEqualTo(dead.messageId()));
        assertThatThrownBy(() -> mails.resend(mail.id())).isInstanceOf(Refusal.class).hasMessage("mail-not-dead");
    }

    @Test
    void contentThatIsRefusedIsGivenUpAtOnce() {
        assertThat(ended(told(Manner.REFUSE_CONTENT), MailState.DEAD)).extracting(Line::attempts, Line::cause, Line::possiblyRepeated)
                .containsExactly(1, "554 5.7.1 not wanted", false);
    }

    @Test
    void afterTheLastAttemptAMailIsDeadAndAllDeadOnesCanBeSentAgain() {
        Manner[] busy = new Manner[12];
        java.util.Arrays.fill(busy, Manner.BUSY);
        String account = told(busy);
        assertThat(ended(account, MailState.DEAD)).extracting(Line::attempts, Line::cause).containsExactly(12, "451 4.3.0 try again later");
        assertThat(mails.resendAll()).isPositive();
        ended(account, MailState.SENT);
        assertThat(received(account)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"HANG_UP_AFTER_CONTENT", "NEVER_ANSWER"})
    void aServerThatFallsSilentGetsTheSameMailAgainAndThatIsReported(Manner manner) {
        String account = told(manner);
        List<String> others = List.of(told(), told(), told(), told(), told());
        others.forEach(other -> ended(other, MailState.SENT));
        Line sent = ended(account, MailState.SENT);
        assertThat(sent).extracting(Line::attempts, Line::possiblyRepeated).containsExactly(2, true);
        assertThat(received(account)).hasSize(2).extracting(PostOffice.Received::messageId).containsOnly(sent.messageId());
        assertThat(mails.possiblyRepeated()).extracting(Mail::messageId).contains(sent.messageId());
    }

    @Test
    void nothingThatIsFilledInBecomesAHeader() throws Exception {
        String account = somebody();
        tell(account, Map.of("task", "x\r\nBcc: other@example.org\r\n\r\n<script>alert(1)</script>"));
        ended(account, MailState.SENT);
        assertThat(received(account)).singleElement().satisfies(mail -> {
            assertThat(mail.header("Bcc")).isNull();
            assertThat(mail.message().getAllRecipients()).hasSize(1);
            assertThat((String) ((MimeMultipart) mail.message().getContent()).getBodyPart(1).getContent()).doesNotContain("<script>");
        });
        assertThat(OFFICE.received("other@example.org")).isEmpty();
        assertThat(Letters.oneLine("a\r\nBcc: b\u2028c")).isEqualTo("a Bcc: b c");
    }

    @Test
    void whatTheRoutingLeavesOutAndWhoWantsNoMailIsNotMailed() {
        String account = somebody();
        String disabled = somebody();
        accounts.enable(disabled, false, "administrator");
        String without = somebody();
        accounts.reach(without, "", Language.CHINESE, without);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new NoticeTold(-1, account, "part-recorded"));
            events.publishEvent(new NoticeTold(-2, account, "something-new"));
        });
        tell(disabled, VALUES);
        tell(without, VALUES);
        assertThat(jdbc.sql("select count(*) from mail where account in (:those)").param("those", List.of(account, disabled, without))
                .query(Integer.class).single()).isZero();
    }

    @Test
    void aMailStandsOrFallsWithItsNotice() {
        String account = somebody();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            notices.tell(List.of(account), "reminder", "of " + account, "S2026000001", VALUES);
            throw new IllegalStateException("later step fails");
        })).hasMessage("later step fails");
        assertThat(jdbc.sql("select count(*) from mail where account = :account").param("account", account).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from mail where address like '%@%'").query(Integer.class).single()).isZero();
    }
}

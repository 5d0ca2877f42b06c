package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.PostOffice;
import org.zhiping.ProductTest;
import org.zhiping.mail.Mail;
import org.zhiping.mail.MailState;
import org.zhiping.mail.Mails;
import org.zhiping.notice.NoticeTold;
import org.zhiping.platform.Refusal;
import org.zhiping.signup.Proofs;
import org.zhiping.signup.SmsOffice;
import org.zhiping.signup.SmsOffice.Answer;

/** Signing up and getting a new password by codes, through a real SMTP server and a real gateway for short messages. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class SignUpTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final PostOffice MAIL = new PostOffice().open();
    private static final SmsOffice SMS = new SmsOffice();
    private static final AtomicInteger NUMBER = new AtomicInteger(10);
    private static final String CLIENT = "192.0.2.1";

    @Autowired Proofs proofs;
    @Autowired Accounts accounts;
    @Autowired Contacts contacts;
    @Autowired Mails mails;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Map.<String, Object>ofEntries(Map.entry("spring.mail.host", "localhost"), Map.entry("spring.mail.port", MAIL.port()),
                Map.entry("zhiping.mail.poll", "20ms"), Map.entry("zhiping.mail.first-retry", "40ms"),
                Map.entry("zhiping.mail.longest-retry", "400ms"), Map.entry("zhiping.mail.max-attempts", 4),
                Map.entry("zhiping.sms.url", SMS.address()), Map.entry("zhiping.sms.headers.X-Key", "secret-key"),
                Map.entry("zhiping.sms.body", "{\"to\":\"{national}\",\"text\":\"{text}\",\"template\":\"{template}\",\"params\":[\"{code}\"],\"id\":\"{id}\"}"),
                Map.entry("zhiping.sms.templates.sign-up", "T-100"), Map.entry("zhiping.sms.answer", "/result/code"),
                Map.entry("zhiping.sms.success", "OK"), Map.entry("zhiping.sms.refused", "NO_SUCH_NUMBER"),
                Map.entry("zhiping.sms.timeout", "5s"), Map.entry("zhiping.codes.per-client", 1000))
                .forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        MAIL.close();
        SMS.close();
    }

    @BeforeEach
    void anyBrowser() {
        browser = new Browser(port);
    }

    private static String newNumber() {
        return "138001%05d".formatted(NUMBER.incrementAndGet());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("http://localhost:\\d+", "").replaceFirst(";jsessionid=[^?]*", "");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }

    private static String smsTo(String number, int nth) {
        await().atMost(Duration.ofMinutes(1)).until(() -> SMS.received(number).size() >= nth);
        return SMS.received(number).get(nth - 1).body();
    }

    private static String codeTo(String number) {
        return codeIn(smsTo(number, 1));
    }

    private static String codeIn(String text) {
        Matcher code = Pattern.compile("验证码 (\\d{6})").matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }

    private static String mailTo(String address, int nth) throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> MAIL.received(address).size() >= nth);
        return (String) ((MimeMultipart) MAIL.received(address).get(nth - 1).message().getContent()).getBodyPart(0).getContent();
    }

    private static String mailedCode(String text) {
        Matcher code = Pattern.compile("(?m)^(\\d{6})$").matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }

    private static String other(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    private String account(String number) {
        UUID proof = proofs.forSignUp(number, CLIENT);
        return proofs.signUp(proof, codeTo(number), "李号", PASSWORD, false).id();
    }

    @Test
    void aNumberACodeANameAndAPasswordAndInsideUnderANewSession(CapturedOutput log) {
        String number = newNumber();
        String step = location(browser.post("/sign-up", "/sign-up", Map.of("contact", " " + number.substring(0, 3) + " " + number.substring(3))));
        assertThat(step).matches("/sign-up/[0-9a-f-]{36}");
        assertThat(browser.get(step).body()).contains("138****" + number.substring(7), "短信").doesNotContain(number);
        String code = codeTo(number);
        assertThat(SMS.received(number).get(0)).satisfies(message -> {
            assertThat(message.contentType()).startsWith("application/json");
            assertThat(message.key()).isEqualTo("secret-key");
            assertThat(message.body()).contains("\"to\":\"" + number, "T-100", "\"params\":[\"" + code);
        });
        String before = browser.cookie("JSESSIONID");
        assertThat(location(browser.post(step, step, Map.of("code", code, "name", "李号", "password", PASSWORD, "again", PASSWORD)))).isEqualTo("/portal");
        assertThat(browser.cookie("JSESSIONID")).as("the session from before is of no use").isNotEqualTo(before);
        assertThat(browser.get("/portal").statusCode()).isEqualTo(200);
        assertThat(location(new Browser(port).signIn("+86 " + number, PASSWORD))).isEqualTo("/portal");
        assertThat(location(new Browser(port).signIn(number, "wrong-horse-7"))).isEqualTo("/sign-in?error");
        assertThat(location(new Browser(port).post("/sign-in", step, Map.of("code", code, "name", "李号", "password", PASSWORD, "again", PASSWORD))))
                .as("a code is good once").isEqualTo("/sign-up?over");
        assertThat(log.getAll()).doesNotContain(number, code);
        assertThat(jdbc.sql("select content from mail where channel = 'SMS' and state = 'SENT' and content is not null").query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select concat(contact, ' ', contact_index) from contact_code").query(String.class).list()).isNotEmpty()
                .allSatisfy(kept -> assertThat(kept).doesNotContain(number));
        assertThat(jdbc.sql("select code from contact_code").query(String.class).list()).as("keyed hashes").isNotEmpty()
                .allSatisfy(kept -> assertThat(kept).matches("[0-9a-f]{64}"));
    }

    @Test
    void aFormFromElsewhereIsNotTaken() {
        assertThat(browser.post("/css/base.css", "/sign-up", Map.of("contact", newNumber())).statusCode()).isEqualTo(403);
        assertThat(browser.post("/css/base.css", "/forgot", Map.of("contact", newNumber())).statusCode()).isEqualTo(403);
    }

    @Test
    void byMailAsWellAndTheAnswerIsTheSameForAnAddressThatHasAnAccount() throws Exception {
        UUID proof = proofs.forSignUp("Wang.Wu@Example.com", CLIENT);
        String mail = mailTo("Wang.Wu@Example.com", 1);
        assertThat(mail).contains("10 分钟").doesNotContain("<");
        Account account = proofs.signUp(proof, mailedCode(mail), "王五", PASSWORD, false);
        assertThat(account).extracting(Account::name, Account::emailConfirmed, Account::claimed).containsExactly("王五", true, true);
        assertThat(account.has(Role.APPLICANT)).isTrue();

        HttpResponse<String> known = browser.post("/sign-up", "/sign-up", Map.of("contact", "wang.wu@example.com"));
        HttpResponse<String> unknown = new Browser(port).post("/sign-up", "/sign-up", Map.of("contact", "wang.liu@example.com"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(location(known).length()).isEqualTo(location(unknown).length());
        assertThat(mailTo("wang.wu@example.com", 1)).contains("已经属于一个账号").doesNotContainPattern("\\b\\d{6}\\b");
        String step = location(known);
        for (String code : List.of("000000", "123456")) {
            assertThat(browser.post(step, step, Map.of("code", code, "name", "王五", "password", PASSWORD, "again", PASSWORD)).body()).contains("验证码不正确");
        }
    }

    @Test
    void aCodeIsForOneContactAndOnePurpose() {
        String mine = newNumber();
        String victim = newNumber();
        UUID myProof = proofs.forSignUp(mine, CLIENT);
        UUID theirs = proofs.forSignUp(victim, CLIENT);
        String myCode = codeTo(mine);
        if (!myCode.equals(codeTo(victim))) {
            refused("code-wrong", () -> proofs.signUp(theirs, myCode, "某人", PASSWORD, false));
        }
        refused("code-over", () -> proofs.setPassword(myProof, myCode, PASSWORD));
        refused("code-over", () -> proofs.confirm("nobody", myProof, myCode));
        refused("code-over", () -> proofs.signUp(UUID.randomUUID(), myCode, "某人", PASSWORD, false));
        assertThat(accounts.withContact(victim)).isEmpty();
    }

    @Test
    void whoGuessesHasFiveTriesThoughTheRightCodeComesAfterwards() {
        String number = newNumber();
        UUID proof = proofs.forSignUp(number, CLIENT);
        String code = codeTo(number);
        for (int i = 0; i < 5; i++) {
            refused("code-wrong", () -> proofs.signUp(proof, other(code), "某人", PASSWORD, false));
        }
        refused("code-over", () -> proofs.signUp(proof, code, "某人", PASSWORD, false));
        assertThat(accounts.withContact(number)).isEmpty();
    }

    @Test
    void aWeakPasswordOrABadNameDoesNotUseTheCodeUp() {
        String number = newNumber();
        UUID proof = proofs.forSignUp(number, CLIENT);
        String code = codeTo(number);
        for (int i = 0; i < 6; i++) {
            refused("password-short", () -> proofs.signUp(proof, code, "某人", "short", false));
            refused("account-name", () -> proofs.signUp(proof, code, "😀", PASSWORD, false));
        }
        assertThat(proofs.signUp(proof, code.substring(0, 3) + " " + code.substring(3), "某人", PASSWORD, false).claimed()).isTrue();
    }

    @Test
    void aCodeIsOldAfterTenMinutes() {
        String number = newNumber();
        UUID proof = proofs.forSignUp(number, CLIENT);
        String code = codeTo(number);
        jdbc.sql("update contact_code set expires_at = expires_at - interval '10 minutes' where id = :id").param("id", proof).update();
        refused("code-over", () -> proofs.signUp(proof, code, "某人", PASSWORD, false));
        refused("code-over", () -> proofs.find(proof));
    }

    @Test
    void anotherCodeTakesAMinuteAndReplacesTheFirst() {
        String number = newNumber();
        UUID proof = proofs.forSignUp(number, CLIENT);
        String first = codeTo(number);
        refused("code-sent-just-now", () -> proofs.again(proof, CLIENT));
        aMinutePasses(proof);
        proofs.again(proof, CLIENT);
        String second = codeIn(smsTo(number, 2));
        if (!first.equals(second)) {
            refused("code-wrong", () -> proofs.signUp(proof, first, "某人", PASSWORD, false));
        }
        aMinutePasses(proof);
        proofs.again(proof, CLIENT);
        aMinutePasses(proof);
        refused("code-sent-often", () -> proofs.again(proof, CLIENT));
    }

    private void aMinutePasses(UUID proof) {
        jdbc.sql("update contact_code set sent_at = sent_at - interval '61 seconds' where id = :id").param("id", proof).update();
    }

    @Test
    void nobodysPhoneIsFilledWithCodesHoweverTheyAreAskedFor() {
        String number = newNumber();
        String account = account(newNumber());
        for (int i = 0; i < 2; i++) {
            proofs.forSignUp(number, "192.0.2." + i);
            proofs.forPassword("+86" + number, "192.0.2." + (10 + i));
        }
        proofs.forContact(account, number, "192.0.2.20");
        refused("codes-contact", () -> proofs.forSignUp(number, "192.0.2.30"));
        refused("codes-contact", () -> proofs.forPassword(number, "192.0.2.31"));
        jdbc.sql("update contact_code set sent_at = sent_at - interval '2 hours' where sent_at > now() - interval '10 minutes'").update();
        for (int i = 0; i < 5; i++) {
            proofs.forSignUp(number, CLIENT);
        }
        jdbc.sql("update contact_code set sent_at = sent_at - interval '2 hours' where sent_at > now() - interval '10 minutes'").update();
        refused("codes-contact", () -> proofs.forSignUp(number, CLIENT));
    }

    @Test
    void aForgottenPasswordIsReplacedAndOpenSessionsEnd() {
        String number = newNumber();
        String account = account(number);
        browser.signIn(number, PASSWORD);
        assertThat(browser.get("/portal").statusCode()).isEqualTo(200);
        Browser elsewhere = new Browser(port);
        String step = location(elsewhere.post("/forgot", "/forgot", Map.of("contact", number)));
        String code = codeIn(smsTo(number, 2));
        assertThat(location(elsewhere.post(step, step, Map.of("code", code, "password", "another-horse-8", "again", "another-horse-8"))))
                .isEqualTo("/sign-in?reset");
        assertThat(location(browser.get("/portal"))).isEqualTo("/sign-in?ended");
        assertThat(location(new Browser(port).signIn(account, PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(location(new Browser(port).signIn(account, "another-horse-8"))).isEqualTo("/portal");
    }

    @Test
    void whoHasNoAccountIsToldSoByMessageOnly() {
        String number = newNumber();
        String step = location(browser.post("/forgot", "/forgot", Map.of("contact", number)));
        assertThat(step).matches("/forgot/[0-9a-f-]{36}");
        assertThat(smsTo(number, 1)).contains("没有可用本号码登录的账号");
        assertThat(browser.post(step, step, Map.of("code", "123456", "password", PASSWORD, "again", PASSWORD)).body()).contains("验证码不正确");
    }

    @Test
    void thePersonTakesOverWhatTheirGroupMadeAndSeesADifferentName() {
        String number = newNumber();
        Account made = accounts.preRegister("张叁", number, "", "group.agent");
        String step = location(browser.post("/sign-up", "/sign-up", Map.of("contact", number)));
        String code = codeTo(number);
        Map<String, String> typed = Map.of("code", code, "name", "张三", "password", PASSWORD, "again", PASSWORD);
        HttpResponse<String> asked = browser.post(step, step, typed);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("张叁", "value=\"张三\"", "name=\"sure\"");
        assertThat(location(browser.post(step, step, Map.of("code", code, "name", "张三", "password", PASSWORD, "again", PASSWORD, "sure", "true"))))
                .isEqualTo("/portal");
        assertThat(accounts.find(made.id()).orElseThrow()).extracting(Account::name, Account::claimed).containsExactly("张三", true);
        assertThat(browser.get("/account").body()).contains(made.id());
    }

    @Test
    void aContactIsConfirmedByWhoAskedAndTakesThePlaceOfTheOneBefore() {
        String account = account(newNumber());
        String number = newNumber();
        UUID proof = proofs.forContact(account, number, CLIENT);
        String code = codeTo(number);
        refused("code-over", () -> proofs.confirm("somebody-else", proof, code));
        proofs.confirm(account, proof, code);
        assertThat(accounts.withContact(number)).map(Account::id).hasValue(account);
        String taken = account(newNumber());
        UUID again = proofs.forContact(taken, number, CLIENT);
        String second = codeIn(smsTo(number, 2));
        refused("contact-taken", () -> proofs.confirm(taken, again, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhang@example.com\r\nBcc: x@example.org", "zhang@example.com\nRCPT TO:<x@example.org>", "138 001", "abc", "@", "",
        "+1 900 555 0100", "zhang@example", "张@example.com"})
    void whatIsNoContactSendsNothing(String typed) {
        int before = jdbc.sql("select count(*) from mail").query(Integer.class).single();
        assertThatThrownBy(() -> proofs.forSignUp(typed, CLIENT)).isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single()).isEqualTo(before);
    }

    private String reader(String number) {
        String id = account(number);
        jdbc.sql("delete from mail where account = :id").param("id", id).update();
        return id;
    }

    private void tell(String account) {
        transaction.executeWithoutResult(status -> events.publishEvent(new NoticeTold(notice(account), account, "returned")));
    }

    /** A notice as the inbox holds it. */
    private long notice(String account) {
        return jdbc.sql("""
                with told as (insert into notice (account, key, kind, number, at) values (:account, :key, 'returned', 'ZP209900000001', now()) returning id),
                worded as (insert into notice_text (notice_id, locale, subject, body)
                    select id, locale, '申报材料需要补正', '<p>原因：身份证 11010519491231002X 不清晰</p>' from told cross join unnest(array['zh-CN', 'en']) as locale)
                select id from told""").param("account", account).param("key", "of " + account + NUMBER.incrementAndGet()).query(Long.class).single();
    }

    private record Line(MailState state, int attempts, String cause, boolean possiblyRepeated) {
    }

    private Line ended(String account, MailState state) {
        await().atMost(Duration.ofMinutes(1)).until(() -> line(account).state() == state);
        return line(account);
    }

    private Line line(String account) {
        return jdbc.sql("select state, attempts, cause, possibly_repeated from mail where account = :account and notice_id is not null")
                .param("account", account).query(Line.class).single();
    }

    @Test
    void whoHasNoMailIsToldByShortMessageAndOnlyWhatIsNeeded() {
        String number = newNumber();
        tell(reader(number));
        String message = smsTo(number, 2);
        assertThat(message).contains("申报材料需要补正", "请登录查看").doesNotContain("11010519491231002X", "李号", "ZP209900000001");
    }

    @Test
    void aGatewayThatIsBusySilentOrUnsureIsAskedAgain() {
        String number = newNumber();
        String account = reader(number);
        SMS.answer(number, new Answer(503, ""), new Answer(200, "{\"result\":{\"code\":\"BUSY\"}}"), new Answer(-1, ""));
        tell(account);
        assertThat(ended(account, MailState.SENT)).extracting(Line::attempts, Line::possiblyRepeated).containsExactly(4, true);
    }

    @Test
    void aNumberThatTheGatewayDoesNotKnowIsGivenUpAtOnceAndSentAgainFromTheDesk() {
        String number = newNumber();
        String account = reader(number);
        SMS.answer(number, new Answer(200, "{\"result\":{\"code\":\"NO_SUCH_NUMBER\"}}"));
        tell(account);
        assertThat(ended(account, MailState.DEAD)).isEqualTo(new Line(MailState.DEAD, 1, "HTTP 200, /result/code = NO_SUCH_NUMBER", false));
        Mail dead = mails.dead().stream().filter(one -> one.account().equals(account)).findFirst().orElseThrow();
        assertThat(dead).extracting(Mail::address, Mail::resendable).containsExactly("138****" + number.substring(7), true);
        mails.resend(dead.id());
        ended(account, MailState.SENT);
    }

    @Test
    void aRedirectIsNotFollowed() {
        String number = newNumber();
        String account = reader(number);
        SMS.answer(number, new Answer(302, ""), new Answer(307, ""), new Answer(301, ""), new Answer(302, ""));
        tell(account);
        assertThat(ended(account, MailState.DEAD).cause()).startsWith("HTTP 30");
        assertThat(SMS.received(number)).as("a code, and the notice").hasSize(1 + 4);
    }

    @Test
    void whoHasMailGetsMail() throws Exception {
        String number = newNumber();
        String account = reader(number);
        String address = account + "@example.com";
        accounts.confirm(account, contacts.read(address));
        tell(account);
        assertThat(mailTo(address, 1)).contains("李号", "不清晰");
        assertThat(SMS.received(number)).hasSize(1);
    }

    @Test
    void aCodeThatCouldNotBeSentIsNotKept() {
        String number = newNumber();
        SMS.answer(number, new Answer(503, ""), new Answer(503, ""), new Answer(503, ""), new Answer(503, ""));
        proofs.forSignUp(number, CLIENT);
        Mail dead = dead(number);
        assertThat(dead.resendable()).isFalse();
        refused("mail-code-over", () -> mails.resend(dead.id()));
        assertThat(jdbc.sql("select count(*) from mail where id = :id and content is null").param("id", dead.id()).query(Integer.class).single()).isOne();
    }

    @Test
    void aCodeThatNobodyCanUseAnyMoreIsNotSent() {
        String number = newNumber();
        transaction.executeWithoutResult(status -> {
            proofs.forSignUp(number, CLIENT);
            jdbc.sql("update mail set give_up_at = now() - interval '1 second' where state = 'QUEUED' and content is not null").update();
        });
        assertThat(dead(number).cause()).isEqualTo("not sent while its code was valid");
        assertThat(SMS.received(number)).isEmpty();
    }

    private Mail dead(String number) {
        String masked = "138****" + number.substring(7);
        await().atMost(Duration.ofMinutes(1)).until(() -> mails.dead().stream().anyMatch(one -> one.address().equals(masked)));
        return mails.dead().stream().filter(one -> one.address().equals(masked)).findFirst().orElseThrow();
    }
}

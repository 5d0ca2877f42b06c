package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.gate.GateTest;

@GateTest
class AccountsTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired Accounts accounts;
    @Autowired Contacts contacts;
    @Autowired SignIn signIn;
    @Autowired Directory directory;
    @Autowired JdbcClient jdbc;

    private String staff(Role... roles) {
        String id = "somebody." + NUMBER.incrementAndGet();
        accounts.create(id, "王小明", "某校", Set.of(roles), PASSWORD, "test");
        return id;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }

    @Test
    void whoRegistersIsAnApplicantAndNobodyElse() {
        Account account = accounts.register("li.hua", "李华", PASSWORD);
        assertThat(accounts.find("li.hua")).hasValue(account);
        assertThat(account.roles()).containsExactly(Role.APPLICANT);
        assertThat(directory.person("li.hua")).isEmpty();
        assertThat(directory.roles("li.hua")).isEmpty();
        assertThat(accounts.changes("li.hua")).extracting(AccountChange::change, AccountChange::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("registered", "li.hua"));
        refused("account-taken", () -> accounts.register("li.hua", "李华", PASSWORD));
    }

    @Test
    void aMailAddressAndALanguageAreKeptEncryptedAndOnRecord() {
        accounts.register("mail.reader", "李华", PASSWORD, "li@example.com");
        assertThat(accounts.find("mail.reader")).get().satisfies(account -> {
            assertThat(account.email().value()).isEqualTo("li@example.com");
            assertThat(account.language()).isEqualTo(Language.CHINESE);
        });
        assertThat(jdbc.sql("select email from account where id = 'mail.reader'").query(String.class).single()).doesNotContain("li@");
        accounts.reach("mail.reader", "", Language.ENGLISH, "administrator");
        assertThat(accounts.find("mail.reader")).get().satisfies(account -> {
            assertThat(account.email()).isNull();
            assertThat(account.language()).isEqualTo(Language.ENGLISH);
        });
        assertThat(accounts.changes("mail.reader").get(0)).satisfies(change -> {
            assertThat(change.change()).isEqualTo("contact-changed");
            assertThat(change.by()).isEqualTo("administrator");
        });
        refused("account-email", () -> accounts.reach("mail.reader", "li@example.com\r\nBcc: x@y.org", Language.ENGLISH, "mail.reader"));
        refused("account-email", () -> accounts.register("mail.writer", "李华", PASSWORD, "nowhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Upper", "-dash", "a b c", "a/../b", "名字名", "x'; drop table account; --"})
    void anAccountHasAPlainName(String id) {
        refused("account-id", () -> accounts.register(id, "李华", PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<script>", "a\nb", "[x](javascript:y)"})
    void aPersonHasAWrittenName(String name) {
        refused("account-name", () -> accounts.register("nobody.yet", name, PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-1", "aaaaaaaaaaaa", "1212121212", "password12", "12345678910", "xnobody.yetx", "qwertyuiop1"})
    void aPasswordIsHardToGuess(String password) {
        assertThatThrownBy(() -> accounts.register("nobody.yet", "李华", password)).isInstanceOf(Refusal.class);
        assertThat(accounts.find("nobody.yet")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王", "阿卜杜拉·买买提", "𠮷野家", "Jean-Luc O'Neil"})
    void namesOfAllKindsAreNames(String name) {
        String id = "named." + NUMBER.incrementAndGet();
        assertThat(accounts.register(id, name, PASSWORD).name()).isEqualTo(name);
        assertThat(accounts.find(id).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void aNameHasUpToAHundredCharactersAndNoEmoji() {
        assertThat(accounts.register("long.name", "𠮷".repeat(100), PASSWORD).name()).hasSize(200);
        refused("account-name", () -> accounts.register("longer.name", "长".repeat(101), PASSWORD));
        refused("account-name", () -> accounts.register("smiling", "张😀", PASSWORD));
    }

    @Test
    void anAccountMadeForSomebodyIsClosedUntilTheyClaimIt() {
        Account made = accounts.preRegister("赵一", "138 0013 8001", "Zhao.Yi@Example.com", "group.agent");
        assertThat(made.id()).matches("u\\d{10}");
        assertThat(made.claimed()).isFalse();
        assertThat(made.shortMessagesGoTo()).isEmpty();
        assertThat(made.mailsGoTo()).isEmpty();
        assertThat(accounts.withContact("+86 13800138001")).hasValue(made);
        assertThat(accounts.withContact("zhao.yi@example.COM")).hasValue(made);
        for (String password : new String[] {"", PASSWORD, "{noop}"}) {
            assertThatThrownBy(() -> signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(made.id(), password)))
                    .isInstanceOf(AuthenticationException.class);
        }
        refused("contact-taken", () -> accounts.preRegister("赵一", "１３８００１３８００１", "", "group.agent"));
        Account claimed = accounts.claim(made.id(), "赵壹", PASSWORD, contacts.read("13800138001"));
        assertThat(claimed.name()).isEqualTo("赵壹");
        assertThat(claimed.shortMessagesGoTo()).isPresent();
        assertThat(claimed.email()).as("nobody has proved to read it").isNull();
        assertThat(accounts.withContact("zhao.yi@example.com")).isEmpty();
        assertThat(signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(made.id(), PASSWORD)).isAuthenticated()).isTrue();
        refused("contact-taken", () -> accounts.claim(made.id(), "别人", PASSWORD, contacts.read("13800138001")));
        assertThat(accounts.changes(made.id())).extracting(AccountChange::change).contains("pre-registered", "claimed");
    }

    @Test
    void aContactBelongsToOneAccountAndCannotBeReadInTheDatabase() {
        Account owner = accounts.open("钱二", PASSWORD, contacts.read("qian@例子.测试"));
        assertThat(owner.emailConfirmed()).isTrue();
        refused("contact-taken", () -> accounts.open("钱三", PASSWORD, contacts.read("QIAN@xn--fsqu00a.xn--0zwm56d")));
        accounts.confirm(owner.id(), contacts.read("+852 5123 4567"));
        assertThat(accounts.withContact("+85251234567")).map(Account::id).hasValue(owner.id());
        accounts.removePhone(owner.id());
        assertThat(accounts.withContact("+85251234567")).isEmpty();
        assertThat(accounts.withContact("neither this nor that")).isEmpty();
        assertThat(jdbc.sql("select concat(email, email_index, phone, phone_index) from account where id = :id").param("id", owner.id())
                .query(String.class).single()).doesNotContain("qian", "5123");
    }

    @ParameterizedTest
    @CsvSource({"13800138000, +8613800138000", "１３８　００１３　８０００, +8613800138000", "+86 138-0013-8000, +8613800138000",
        "0086 13800138000, +8613800138000", "＋８６１３８００１３８０００, +8613800138000", "+852 6123 4567, +85261234567", "+853 6612 3456, +85366123456",
        "+886 912 345 678, +886912345678"})
    void aNumberIsTheSameHoweverItIsWritten(String typed, String number) {
        assertThat(contacts.read(typed).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"010-62345678", "1380013800", "138001380000", "+1 800 FLOWERS", "13800138000;ext=1", "13800138000\r\nX: y", "++8613800138000",
        "12345", "400-123-4567", "110"})
    void whatIsNoMobileNumberIsRefused(String typed) {
        refused("phone-number", () -> contacts.read(typed));
    }

    @Test
    void numbersFromElsewhereAreTakenWhereTheInstitutionSaysSo() {
        refused("phone-region", () -> contacts.read("+81 90 1234 5678"));
        assertThat(PhoneNumber.of("+81 90 1234 5678", new PhoneRegions(List.of("*"))).value()).isEqualTo("+819012345678");
        assertThatThrownBy(() -> PhoneNumber.of("+852 6123 4567", new PhoneRegions(List.of("CN")))).hasMessage("phone-region");
    }

    @Test
    void aPasswordMayBeASentence() {
        accounts.register("zhao.min", "赵敏", "今天天气很好我们去公园吧");
        refused("password-long", () -> accounts.register("nobody.yet", "李华", "长".repeat(25)));
    }

    @Test
    void namesAndPasswordsAreNotReadableInTheDatabase() {
        String id = staff(Role.EVALUATOR);
        assertThat(jdbc.sql("select name || password from account where id = :id").param("id", id).query(String.class).single())
                .doesNotContain("王小明").doesNotContain(PASSWORD).contains("{bcrypt}");
        assertThat(new PasswordConfiguration().passwordEncoder().encode(PASSWORD)).startsWith("{bcrypt}$2a$10$");
        assertThat(accounts.find(id).orElseThrow().name()).isEqualTo("王小明");
    }

    @Test
    void everyGrantIsOnRecordForGood() {
        String id = staff(Role.EVALUATOR);
        accounts.grant(id, Set.of(Role.APPROVER, Role.EVALUATOR), "boss");
        accounts.grant(id, Set.of(Role.APPROVER, Role.EVALUATOR), "boss");
        assertThat(accounts.changes(id)).extracting(AccountChange::roles).containsExactly("approver,evaluator", "evaluator");
        assertThat(directory.roles(id)).containsExactlyInAnyOrder("approver", "evaluator");
        assertThatThrownBy(() -> jdbc.sql("delete from account_change").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update account_change set changed_by = 'me'").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyRaisesThemselves() {
        String id = staff(Role.ADMINISTRATOR);
        refused("own-roles", () -> accounts.grant(id, Set.of(Role.MANAGER, Role.ADMINISTRATOR), id));
        refused("own-roles", () -> accounts.enable(id, false, id));
    }

    @Test
    void anAdministratorDoesNoCaseWork() {
        refused("administrator-without-case-work", () -> staff(Role.ADMINISTRATOR, Role.APPROVER));
        String id = staff(Role.APPROVER);
        refused("administrator-without-case-work", () -> accounts.grant(id, Set.of(Role.APPROVER, Role.ADMINISTRATOR), "boss"));
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.APPROVER);
    }

    @Test
    void aDisabledAccountIsNoStaffAnyMore() {
        String id = staff(Role.EVALUATOR);
        assertThat(directory.authenticate(id, PASSWORD)).isTrue();
        accounts.enable(id, false, "boss");
        assertThat(directory.authenticate(id, PASSWORD)).isFalse();
        assertThat(directory.person(id)).isEmpty();
        assertThat(accounts.withRole(Role.EVALUATOR)).extracting(Account::id).doesNotContain(id);
    }

    @Test
    void aChangedPasswordHoldsAtOnce() {
        String id = staff(Role.EVALUATOR);
        assertThat(directory.authenticate(id, PASSWORD)).isTrue();
        refused("password-wrong", () -> accounts.changePassword(id, "not-it", "another-horse-8"));
        accounts.changePassword(id, PASSWORD, "another-horse-8");
        assertThat(directory.authenticate(id, PASSWORD)).isFalse();
        accounts.resetPassword(id, "third-horse-9x", "boss");
        assertThat(directory.authenticate(id, "third-horse-9x")).isTrue();
    }
}

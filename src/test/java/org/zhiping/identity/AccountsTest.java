package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.gate.GateTest;

@GateTest
class AccountsTest {

    private static final String PASSWORD = "correct-horse-7";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired Accounts accounts;
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

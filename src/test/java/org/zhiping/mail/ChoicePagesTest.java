package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.ProductTest;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.NoticeTold;
import org.zhiping.notice.StaffNotices;
import org.zhiping.page.PageReader;
import org.zhiping.platform.Language;

/** What people choose about their notices, and what becomes of it. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class ChoicePagesTest {

    @Autowired WebApplicationContext product;
    @Autowired Accounts accounts;
    @Autowired StaffNotices notices;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private int mails(String account) {
        return jdbc.sql("select count(*) from mail where account = :account").param("account", account).query(Integer.class).single();
    }

    private void told(long id, String account, String kind) {
        transaction.executeWithoutResult(status -> events.publishEvent(new NoticeTold(id, account, kind)));
    }

    @Test
    void anApplicantChoosesWhatIsOptionalAndTheRestIsFixedWithItsReason() throws Exception {
        PageReader reader = new PageReader(product);
        String account = "chooser-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.register(account, "钱选", "correct-horse-7");
        accounts.reach(account, account + "@example.com", Language.CHINESE, account);
        String page = reader.as(account, get("/account/notices")).getContentAsString();
        assertThat(page).contains("value=\"accepted.MAIL\" checked").contains("value=\"escalated.MAIL\">").contains("必发：需要您办理，有期限")
                .doesNotContain("value=\"returned.MAIL\"").doesNotContain("staff-").doesNotContain("每日汇总");
        assertThat(reader.as(account, get("/account")).getContentAsString()).contains("href=\"/account/notices\"");

        var saved = reader.as(account, post("/account/notices").with(csrf()).param("on", "escalated.MAIL", "submitted.MAIL").param("daily", "true"));
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(reader.as(account, get("/account/notices")).getContentAsString()).contains("value=\"accepted.MAIL\">").contains("value=\"escalated.MAIL\" checked");
        told(-11, account, "accepted");
        assertThat(mails(account)).isZero();
        told(-12, account, "escalated");
        told(-13, account, "returned");
        assertThat(mails(account)).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from staff_digest_choice where account = :account").param("account", account).query(Integer.class).single())
                .as("no digest for applicants").isZero();
    }

    @Test
    void staffWithADailyDigestGetUrgentMailsOnlyAndTheInboxKeepsAll() throws Exception {
        PageReader reader = new PageReader(product);
        String account = "invigilator-2";
        accounts.reach(account, account + "@example.com", Language.CHINESE, account);
        assertThat(reader.as(account, get("/account/notices")).getContentAsString()).contains("每个工作日 08:00 之后收一封汇总");
        assertThat(reader.as(account, post("/account/notices").with(csrf()).param("daily", "true")).getStatus()).isEqualTo(302);
        int before = mails(account);
        Map<String, String> values = Map.of("task", "plan-session", "due", "2026-12-01");
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> notices.tell(List.of(account), "reminder", key, "S2026000001", values));
        assertThat(mails(account)).isEqualTo(before);
        transaction.executeWithoutResult(status -> notices.tell(List.of(account), "escalated-overdue", key + "!", "S2026000001", values));
        assertThat(mails(account)).isEqualTo(before + 1);
        assertThat(reader.as(account, get("/desk/inbox")).getContentAsString()).contains("待办即将到期").contains("逾期未办");
        reader.as(account, post("/account/notices").with(csrf()));
        transaction.executeWithoutResult(status -> notices.tell(List.of(account), "reminder", key + "?", "S2026000001", values));
        assertThat(mails(account)).isEqualTo(before + 2);
    }
}

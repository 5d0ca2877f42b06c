package org.zhiping.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(MilestoneReached reached, List<Wording> wordings) {
        Optional<Long> id = jdbc.sql("""
                        insert into notice (milestone_id, account, case_number, milestone, at)
                        values (:milestoneId, :account, :caseNumber, :milestone, :at)
                        on conflict (milestone_id) do nothing returning id""")
                .param("milestoneId", reached.id()).param("account", reached.applicant())
                .param("caseNumber", reached.caseNumber()).param("milestone", reached.milestone().name())
                .param("at", at(reached.at())).query(Long.class).optional();
        id.ifPresent(notice -> wordings.forEach(wording -> jdbc.sql("""
                        insert into notice_text (notice_id, locale, subject, body)
                        values (:notice, :locale, :subject, :body)""")
                .param("notice", notice).param("locale", wording.locale().toLanguageTag())
                .param("subject", wording.subject()).param("body", wording.body()).update()));
    }

    @Override
    public List<Entry> of(String account) {
        return jdbc.sql("""
                        select id, case_number, milestone, subject, body, at, read_at
                        from notice join notice_text on notice_id = id and locale = :locale
                        where account = :account order by id desc""")
                .param("account", account).param("locale", Language.now().toLanguageTag())
                .query(JdbcNotices::row).list();
    }

    @Override
    public int unread(String account) {
        return jdbc.sql("select count(*) from notice where account = :account and read_at is null")
                .param("account", account).query(Integer.class).single();
    }

    @Override
    public void read(String account, long id) {
        int found = jdbc.sql("update notice set read_at = coalesce(read_at, :now) where id = :id and account = :account")
                .param("now", at(clock.instant())).param("id", id).param("account", account).update();
        if (found == 0) {
            throw Refusal.notFound("notice-not-found");
        }
    }

    @Override
    public void readAll(String account) {
        jdbc.sql("update notice set read_at = :now where account = :account and read_at is null")
                .param("now", at(clock.instant())).param("account", account).update();
    }

    private static Entry row(ResultSet row, int n) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("case_number"), Milestone.valueOf(row.getString("milestone")),
                row.getString("subject"), row.getString("body"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.zhiping.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.HtmlUtils;
import org.zhiping.platform.Language;

@Repository
class JdbcCaseNotices implements CaseNotices {

    private final JdbcClient jdbc;

    JdbcCaseNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Told> of(String number) {
        return jdbc.sql("""
                        select account, kind, subject, body, at, read_at
                        from notice join notice_text on notice_id = id and locale = :locale
                        where number = :number order by id""")
                .param("number", number).param("locale", Language.now().toLanguageTag()).query(JdbcCaseNotices::row).list();
    }

    private static Told row(ResultSet row, int n) throws SQLException {
        return new Told(row.getString("account"), row.getString("kind"), row.getString("subject"), plain(row.getString("body")),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("read_at") != null);
    }

    private static String plain(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
    }
}

package org.zhiping.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;

@Repository
class JdbcTemplateVersions implements TemplateVersions {

    private final JdbcClient jdbc;

    JdbcTemplateVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TemplateVersion> of(String kind, Locale locale) {
        return jdbc.sql("select * from notice_template where kind = :kind and locale = :locale order by version desc")
                .param("kind", kind).param("locale", locale.toLanguageTag()).query(JdbcTemplateVersions::row).list();
    }

    @Override
    public Map<String, Map<Locale, TemplateVersion>> newest() {
        Map<String, Map<Locale, TemplateVersion>> newest = new HashMap<>();
        jdbc.sql("select distinct on (kind, locale) * from notice_template order by kind, locale, version desc").query(JdbcTemplateVersions::row)
                .list().forEach(version -> newest.computeIfAbsent(version.kind(), kind -> new HashMap<>()).put(version.locale(), version));
        return newest;
    }

    @Override
    public void add(TemplateVersion version) {
        int added = jdbc.sql("""
                        insert into notice_template (kind, locale, version, subject, body, sms, shipped, restores, edited_at, edited_by, reason)
                        values (:kind, :locale, :version, :subject, :body, :sms, :shipped, cast(:restores as integer), :at, :by, :reason)
                        on conflict do nothing""")
                .param("kind", version.kind()).param("locale", version.locale().toLanguageTag()).param("version", version.version())
                .param("subject", version.text().subject()).param("body", version.text().body()).param("sms", version.text().sms())
                .param("shipped", version.shipped()).param("restores", version.restores())
                .param("at", version.at().atOffset(ZoneOffset.UTC)).param("by", version.by()).param("reason", version.reason()).update();
        if (added == 0) {
            throw Refusal.conflict("notice-template-changed");
        }
    }

    private static TemplateVersion row(ResultSet row, int n) throws SQLException {
        return new TemplateVersion(row.getString("kind"), Locale.forLanguageTag(row.getString("locale")), row.getInt("version"),
                new TemplateText(row.getString("subject"), row.getString("body"), row.getString("sms")), row.getString("shipped"),
                row.getObject("restores", Integer.class), row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getString("edited_by"), row.getString("reason"));
    }
}

package org.zhiping.notice;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.HeldData;
import org.zhiping.platform.Language;

/** Every notice the person was told, in the language they ask in. */
@Repository
class HeldNotices implements HeldData {

    private final JdbcClient jdbc;

    HeldNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "notices";
    }

    @Override
    public Object of(String account) {
        return jdbc.sql("""
                select at, number, subject, body, read_at from notice join notice_text on notice_id = id and locale = :locale
                where account = :account order by id
                """)
                .param("account", account).param("locale", Language.now().toLanguageTag()).query((row, n) -> {
                    Map<String, Object> notice = new LinkedHashMap<>();
                    notice.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    notice.put("number", row.getString("number"));
                    notice.put("subject", row.getString("subject"));
                    notice.put("text", row.getString("body").replaceAll("<[^>]*>", " ").replace("&lt;", "<").replace("&gt;", ">")
                            .replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").strip());
                    notice.put("read", row.getObject("read_at") != null);
                    return notice;
                }).list();
    }
}

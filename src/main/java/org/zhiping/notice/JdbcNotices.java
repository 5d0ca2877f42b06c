package org.zhiping.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcNotices(JdbcClient jdbc, ApplicationEventPublisher events, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void add(Notice notice, List<Wording> wordings) {
        List<NoticeTold> told = jdbc.sql("""
                        with told as (
                            insert into notice (account, key, kind, number, at, said)
                            select account, :key, :kind, :number, :at, cast(:said as jsonb) from unnest(:accounts::text[]) as account
                            on conflict (key, account) do nothing returning id, account
                        ), worded as (
                            insert into notice_text (notice_id, locale, version, subject, body, sms)
                            select id, locale, version, subject, body, sms from told cross join
                                unnest(:locales::text[], :versions::integer[], :subjects::text[], :bodies::text[], :sms::text[])
                                    as wording (locale, version, subject, body, sms)
                        )
                        select id, account from told""")
                .param("key", notice.key()).param("kind", notice.kind()).param("number", notice.number()).param("at", at(notice.at()))
                .param("said", written(notice.said()))
                .param("accounts", notice.accounts().stream().distinct().toArray(String[]::new))
                .param("locales", each(wordings, wording -> wording.locale().toLanguageTag()))
                .param("subjects", each(wordings, Wording::subject)).param("bodies", each(wordings, Wording::body))
                .param("sms", each(wordings, Wording::sms)).param("versions", wordings.stream().map(Wording::version).toArray(Integer[]::new))
                .query((row, n) -> new NoticeTold(row.getLong("id"), row.getString("account"), notice.kind())).list();
        told.forEach(events::publishEvent);
        if (!told.isEmpty()) {
            events.publishEvent(new NoticesTold(notice.number(), notice.kind(), told));
        }
    }

    @Override
    public List<Entry> of(String account) {
        return jdbc.sql("""
                        select id, number, kind, subject, body, at, read_at, coalesce(sms, subject) as sms
                        from notice join notice_text on notice_id = id and locale = :locale
                        where account = :account order by id desc limit 200""")
                .param("account", account).param("locale", Language.now().toLanguageTag())
                .query(JdbcNotices::row).list();
    }

    @Override
    public Entry find(long id, Locale language) {
        return jdbc.sql("""
                        select id, number, kind, subject, body, at, read_at, coalesce(sms, subject) as sms
                        from notice join notice_text on notice_id = id and locale = :locale where id = :id""")
                .param("id", id).param("locale", language.toLanguageTag()).query(JdbcNotices::row).single();
    }

    @Override
    public List<Entry> since(String account, Instant after, Locale language, int most) {
        return jdbc.sql("""
                        select id, number, kind, subject, body, at, read_at, coalesce(sms, subject) as sms
                        from notice join notice_text on notice_id = id and locale = :locale
                        where account = :account and at > :after order by id limit :most""")
                .param("account", account).param("after", at(after)).param("locale", language.toLanguageTag()).param("most", most)
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

    @Override
    public List<Told> ofKind(String kind, int most) {
        return told("kind = :kind", kind, most);
    }

    @Override
    public Optional<Told> latest(String kind, String number) {
        return told("kind = :kind and number = :number", kind, 1, number).stream().findFirst();
    }

    private List<Told> told(String where, String kind, int most, String... number) {
        return jdbc.sql("select id, number, at, said from notice where said is not null and " + where + " order by id desc limit :most")
                .param("kind", kind).param("number", number.length == 0 ? null : number[0]).param("most", most)
                .query((row, n) -> new Told(row.getLong("id"), row.getString("number"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        read(row.getString("said")))).list();
    }

    private String written(Map<String, String> said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String said) {
        try {
            return json.readValue(said, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] each(List<Wording> wordings, Function<Wording, String> value) {
        return wordings.stream().map(value).toArray(String[]::new);
    }

    private static Entry row(ResultSet row, int n) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("number"), row.getString("kind"), row.getString("subject"),
                row.getString("body"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("read_at") != null,
                row.getString("sms"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

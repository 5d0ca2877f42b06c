package org.zhiping.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNoticeChoices implements NoticeChoices {

    private final JdbcClient jdbc;

    JdbcNoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Boolean> wanted(String account, String kind, Channel channel) {
        return jdbc.sql("select wanted from notice_choice where account = :account and kind = :kind and channel = :channel")
                .param("account", account).param("kind", kind).param("channel", channel.name()).query(Boolean.class).optional();
    }

    @Override
    public Map<String, Map<Channel, Boolean>> of(String account) {
        Map<String, Map<Channel, Boolean>> all = new HashMap<>();
        jdbc.sql("select kind, channel, wanted from notice_choice where account = :account").param("account", account)
                .query((row, n) -> all.computeIfAbsent(row.getString(1), kind -> new EnumMap<>(Channel.class))
                        .put(Channel.valueOf(row.getString(2)), row.getBoolean(3))).list();
        return all;
    }

    @Override
    public void choose(String account, String kind, Channel channel, Boolean wanted) {
        String statement = wanted == null ? "delete from notice_choice where account = :account and kind = :kind and channel = :channel" : """
                insert into notice_choice (account, kind, channel, wanted) values (:account, :kind, :channel, :wanted)
                on conflict (account, kind, channel) do update set wanted = excluded.wanted""";
        jdbc.sql(statement).param("account", account).param("kind", kind).param("channel", channel.name()).param("wanted", wanted).update();
    }

    @Override
    public boolean daily(String account) {
        return jdbc.sql("select exists (select 1 from staff_digest_choice where account = :account)").param("account", account)
                .query(Boolean.class).single();
    }

    @Override
    public void daily(String account, boolean daily, Instant now) {
        String statement = daily ? "insert into staff_digest_choice (account, since) values (:account, :now) on conflict do nothing"
                : "delete from staff_digest_choice where account = :account";
        jdbc.sql(statement).param("account", account).param("now", at(now)).update();
    }

    @Override
    public List<String> allDaily() {
        return jdbc.sql("select account from staff_digest_choice order by account").query(String.class).list();
    }

    @Override
    public Optional<Instant> begin(String account, LocalDate day, Instant now) {
        return jdbc.sql("""
                        with begun as (
                            insert into staff_digest (account, day, made_at) values (:account, :day, :now) on conflict do nothing returning account
                        )
                        select greatest(since, (select max(made_at) from staff_digest before where before.account = chosen.account)) as since
                        from staff_digest_choice chosen join begun on begun.account = chosen.account""")
                .param("account", account).param("day", day).param("now", at(now))
                .query((row, n) -> row.getObject("since", OffsetDateTime.class).toInstant()).optional();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

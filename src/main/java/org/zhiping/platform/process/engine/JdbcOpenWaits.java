package org.zhiping.platform.process.engine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.process.OpenWait;
import org.zhiping.platform.process.OpenWaits;

/** A look at what the engine waits for; its own queries need three more for each wait. */
@Repository
class JdbcOpenWaits implements OpenWaits {

    private final JdbcClient jdbc;

    JdbcOpenWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenWait> after(Collection<String> messages, String after, int most) {
        return jdbc.sql("""
                select s.id_, s.execution_id_, s.event_name_, coalesce(e.business_key_, '') as number, s.created_,
                       coalesce((select v.text_ from act_ru_variable v where v.execution_id_ = s.proc_inst_id_ and v.name_ = 'part'), '') as part,
                       (select j.repeat_ from act_ru_job j where j.execution_id_ = s.execution_id_ and j.repeat_ is not null limit 1) as repeat
                from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                where s.event_type_ = 'message' and s.event_name_ in (:messages) and s.id_ > :after order by s.id_ limit :most
                """)
                .param("messages", messages).param("after", after).param("most", most)
                .query((row, n) -> new OpenWait(row.getString("id_"), row.getString("execution_id_"), row.getString("event_name_"), row.getString("number"),
                        row.getString("part"), row.getObject("created_", LocalDateTime.class).atZone(ZoneId.systemDefault()).toInstant(),
                        row.getString("repeat"))).list();
    }
}

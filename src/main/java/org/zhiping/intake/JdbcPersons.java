package org.zhiping.intake;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds applications by who they are about. */
@Repository
class JdbcPersons {

    private final JdbcClient jdbc;

    JdbcPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Prospects.UnderWay> underWay(String standard, Collection<String> people) {
        return jdbc.sql("""
                select person_fingerprint as person, level, case_number, applicant, status from application
                where person_fingerprint = any(:people) and standard = :standard and status = any(:statuses)
                """)
                .param("people", people.toArray(String[]::new)).param("standard", standard)
                .param("statuses", ApplicationStatus.UNDER_WAY.stream().map(Enum::name).toArray(String[]::new))
                .query(Prospects.UnderWay.class).list();
    }
}

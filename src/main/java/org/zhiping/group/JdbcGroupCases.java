package org.zhiping.group;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case an agent's files made for whom. */
@Repository
class JdbcGroupCases {

    /**
     * @param digest       of the row that was taken over last
     * @param claimsDigest of the claims as they were saved then
     */
    record GroupCase(String person, String level, String account, String caseNumber, String digest, String claimsDigest) {
    }

    private final JdbcClient jdbc;

    JdbcGroupCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<GroupCase> of(String agent, String standard, Collection<String> people) {
        return people.isEmpty() ? List.of() : jdbc.sql("""
                select person, level, account, case_number, digest, claims_digest from group_case
                where agent = :agent and standard = :standard and person = any(:people)
                """).param("agent", agent).param("standard", standard).param("people", people.toArray(String[]::new))
                .query(GroupCase.class).list();
    }

    Optional<GroupCase> find(String caseNumber) {
        return jdbc.sql("select person, level, account, case_number, digest, claims_digest from group_case where case_number = :caseNumber")
                .param("caseNumber", caseNumber).query(GroupCase.class).optional();
    }

    /** The account that a file of this agent made for the person, whatever it was for. */
    Optional<String> account(String agent, String person) {
        return jdbc.sql("select account from group_case where agent = :agent and person = :person order by case_number limit 1")
                .param("agent", agent).param("person", person).query(String.class).optional();
    }

    void put(String agent, String standard, GroupCase one) {
        jdbc.sql("""
                insert into group_case (agent, person, standard, level, account, case_number, digest, claims_digest)
                values (:agent, :person, :standard, :level, :account, :caseNumber, :digest, :claimsDigest)
                on conflict (agent, person, standard, level) do update set account = excluded.account, case_number = excluded.case_number,
                    digest = excluded.digest, claims_digest = excluded.claims_digest
                """).param("agent", agent).param("standard", standard).param("person", one.person()).param("level", one.level())
                .param("account", one.account()).param("caseNumber", one.caseNumber()).param("digest", one.digest())
                .param("claimsDigest", one.claimsDigest()).update();
    }

    /** Two files with the same person are worked on one after the other. */
    void hold(String person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))").param("person", person).query((row, n) -> 1).single();
    }
}

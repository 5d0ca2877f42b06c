package org.zhiping.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

@Repository
class JdbcPersonIndex implements PersonIndex {

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcPersonIndex(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public String of(String idType, String idNumber) {
        return IdentityDocument.of(idType, idNumber).map(IdentityDocument::text).map(vault::fingerprint)
                .orElseThrow(() -> Refusal.invalid(List.of(Faults.at("idNumber", "person.idNumber", IdentityDocument.fault(idType, idNumber)))));
    }

    @Override
    public Map<String, String> of(Collection<String> caseNumbers) {
        return jdbc.sql("""
                select case_number, person_fingerprint from application
                where case_number = any(:cases) and person_fingerprint is not null
                """)
                .param("cases", caseNumbers.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("case_number"), row.getString("person_fingerprint"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<String> ofAccount(String account, Collection<String> caseNumbers) {
        return jdbc.sql("""
                select case_number from application
                where case_number = any(:cases) and person_fingerprint in (select person_fingerprint from application where applicant = :account
                    union all select person_fingerprint from staff_document where account_id = :account)
                """).param("cases", caseNumbers.toArray(String[]::new)).param("account", account).query(String.class).set();
    }

    @Override
    public Set<String> accounts(String person) {
        return jdbc.sql("""
                select applicant from application where person_fingerprint = :person
                union select account_id from staff_document where person_fingerprint = :person
                """).param("person", person).query(String.class).set();
    }

    @Override
    public Collection<String> casesUnderWay(String person) {
        return jdbc.sql("""
                select case_number from application
                where person_fingerprint = :person and status in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'ASSESSED', 'APPROVED')
                order by case_number
                """).param("person", person).query(String.class).list();
    }
}

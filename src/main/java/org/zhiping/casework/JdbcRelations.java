package org.zhiping.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.PersonIndex;
import org.zhiping.platform.Vault;

@Repository
class JdbcRelations implements Relations {

    private record Standing(Relation relation, String person) {
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PersonIndex persons;
    private final Clock clock;

    JdbcRelations(JdbcClient jdbc, Vault vault, PersonIndex persons, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public long add(Draft draft, String by) {
        return jdbc.sql("""
                insert into relation (account_id, kind, case_number, person_fingerprint, person_name, holds_from, holds_until, reason,
                    declared_by, declared_at)
                values (:account, :kind, :case, :person, :name, :from, :until, :reason, :by, :now) returning id
                """)
                .param("account", draft.account()).param("kind", draft.kind().name()).param("case", draft.caseNumber())
                .param("person", draft.person()).param("name", vault.encrypt(draft.personName())).param("from", draft.from())
                .param("until", draft.until()).param("reason", draft.reason()).param("by", by)
                .param("now", OffsetDateTime.now(clock)).query(Long.class).single();
    }

    @Override
    public Optional<Relation> find(long id) {
        return jdbc.sql("select * from relation where id = :id").param("id", id).query((row, n) -> relation(row)).optional();
    }

    @Override
    public void lift(long id, String because, String by) {
        jdbc.sql("update relation set lifted_by = :by, lifted_because = :because, lifted_at = :now where id = :id")
                .param("by", by).param("because", because).param("now", OffsetDateTime.now(clock)).param("id", id).update();
    }

    @Override
    public List<Relation> of(Collection<String> accounts) {
        return jdbc.sql("select * from relation where account_id = any(:accounts) order by id desc")
                .param("accounts", accounts.toArray(String[]::new)).query((row, n) -> relation(row)).list();
    }

    @Override
    public Map<String, List<Relation>> between(String account, Collection<String> caseNumbers) {
        List<Standing> standing = standing(account);
        if (standing.isEmpty()) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, String> people = standing.stream().anyMatch(one -> one.person() != null) ? persons.of(caseNumbers) : Map.of();
        return caseNumbers.stream().distinct().flatMap(caseNumber -> standing.stream()
                        .filter(one -> one.relation().holdsOn(today))
                        .filter(one -> one.person() == null ? caseNumber.equals(one.relation().caseNumber())
                                : one.person().equals(people.get(caseNumber)))
                        .map(one -> Map.entry(caseNumber, one.relation())))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public boolean touches(long id, String account) {
        return jdbc.sql("select person_fingerprint from relation where id = :id and person_fingerprint is not null").param("id", id).query(String.class)
                .optional().filter(person -> persons.accounts(person).contains(account) || standing(account).stream()
                        .anyMatch(one -> person.equals(one.person()) && one.relation().holdsOn(LocalDate.now(clock)))).isPresent();
    }

    private List<Standing> standing(String account) {
        return jdbc.sql("select * from relation where account_id = :account and lifted_at is null order by id")
                .param("account", account)
                .query((row, n) -> new Standing(relation(row), row.getString("person_fingerprint"))).list();
    }

    @Override
    public Collection<String> cases(long id) {
        return jdbc.sql("select case_number, person_fingerprint from relation where id = :id").param("id", id)
                .query((row, n) -> row.getString("case_number") != null ? List.of(row.getString("case_number"))
                        : List.copyOf(persons.casesUnderWay(row.getString("person_fingerprint")))).single();
    }

    private Relation relation(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Relation(row.getLong("id"), row.getString("account_id"), RelationKind.valueOf(row.getString("kind")),
                row.getString("case_number"), vault.decrypt(row.getString("person_name")), row.getObject("holds_from", LocalDate.class),
                row.getObject("holds_until", LocalDate.class), row.getString("reason"), row.getString("declared_by"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(), lifted == null ? null
                        : new Relation.Lifting(row.getString("lifted_by"), row.getString("lifted_because"), lifted.toInstant()));
    }
}

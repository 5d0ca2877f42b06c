package org.zhiping.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Vault;

@Repository
class JdbcStaffDocuments implements StaffDocuments {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Accounts accounts;
    private final PersonIndex persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcStaffDocuments(JdbcClient jdbc, Vault vault, Accounts accounts, PersonIndex persons, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.accounts = accounts;
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Recorded> of(String account) {
        return jdbc.sql("select * from staff_document where account_id = :account").param("account", account)
                .query((row, n) -> new Recorded(row.getString("id_type"), MaskedIdNumber.of(vault.decrypt(row.getString("id_number"))),
                        row.getString("recorded_by"), row.getObject("recorded_at", OffsetDateTime.class).toInstant())).optional();
    }

    @Override
    public Set<String> known() {
        return jdbc.sql("select account_id from staff_document").query(String.class).set();
    }

    @Override
    @Transactional
    public void record(String account, String idType, String idNumber, String by) {
        if (accounts.find(account).filter(Account::hasStaffRole).isEmpty()) {
            throw Refusal.notFound("staff-document-account", account);
        }
        String person = person(idType, idNumber);
        accounts.documented(account, true, by);
        String before = jdbc.sql("select person_fingerprint from staff_document where account_id = :account").param("account", account)
                .query(String.class).optional().orElse(null);
        if (!administrator(by) && (!account.equals(by) || before != null)) {
            throw Refusal.forbidden("staff-document-by-administrator");
        }
        write(account, idType, idNumber, person, by);
        if (!person.equals(before)) {
            events.publishEvent(new StaffDocumentRecorded(account, person, by));
        }
    }

    private String person(String idType, String idNumber) {
        List<Fault> faults = new ArrayList<>();
        if (idType == null || !ClaimCodes.ID_TYPES.contains(idType)) {
            faults.add(Faults.at("idType", "person.idType", idType == null || idType.isEmpty() ? "claim-required" : "claim-unknown-choice"));
        }
        if (idNumber == null || idNumber.isBlank()) {
            faults.add(Faults.at("idNumber", "person.idNumber", "claim-required"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return persons.of(idType, idNumber);
    }

    private void write(String account, String idType, String idNumber, String person, String by) {
        try {
            jdbc.sql("""
                    insert into staff_document (account_id, id_type, id_number, person_fingerprint, recorded_by, recorded_at)
                    values (:account, :type, :number, :person, :by, :now)
                    on conflict (account_id) do update set id_type = excluded.id_type, id_number = excluded.id_number,
                        person_fingerprint = excluded.person_fingerprint, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                    """).param("account", account).param("type", idType).param("number", vault.encrypt(IdentityDocument.plain(idNumber)))
                    .param("person", person).param("by", by).param("now", OffsetDateTime.now(clock)).update();
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict("staff-document-taken");
        }
    }

    @Override
    @Transactional
    public void remove(String account, String by) {
        if (!administrator(by)) {
            throw Refusal.forbidden("staff-document-by-administrator");
        }
        if (jdbc.sql("delete from staff_document where account_id = :account").param("account", account).update() == 0) {
            throw Refusal.notFound("staff-document-none", account);
        }
        accounts.documented(account, false, by);
    }

    private boolean administrator(String by) {
        return accounts.find(by).map(Account::roles).orElse(Set.of()).contains(Role.ADMINISTRATOR);
    }
}

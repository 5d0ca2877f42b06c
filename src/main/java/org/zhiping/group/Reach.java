package org.zhiping.group;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Contact;
import org.zhiping.identity.Contacts;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** By what a person takes over the account that is made for them: a number or an address of their own. */
@Component
class Reach {

    private static final String PHONE = "person.phone";

    private final Accounts accounts;
    private final Contacts contacts;
    private final JdbcGroupCases cases;

    Reach(Accounts accounts, Contacts contacts, JdbcGroupCases cases) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.cases = cases;
    }

    /** @param person null while the document is not valid */
    List<Fault> faults(String agent, String person, Applicant applicant) {
        boolean known = person != null && cases.account(agent, person).isPresent();
        List<Fault> faults = new ArrayList<>(faults(PHONE, applicant.phone(), known, applicant));
        faults.addAll(faults("email", applicant.email(), known, applicant));
        return faults;
    }

    private List<Fault> faults(String path, String typed, boolean known, Applicant applicant) {
        if (typed.isEmpty() || applicant.faults().stream().anyMatch(fault -> fault.field().equals(path))) {
            return List.of();
        }
        try {
            contacts.read(typed);
        } catch (Refusal wrong) {
            return wrong.faults().stream().map(fault -> new Fault(path, fault.code(), fault.args())).toList();
        }
        return known || accounts.withContact(typed).isEmpty() ? List.of() : List.of(new Fault(path, "contact-of-another"));
    }

    /** Of the number, or where there is none of the address; null while neither can be right. */
    String digest(Applicant applicant) {
        try {
            Contact contact = contacts.read(applicant.phone().isEmpty() ? applicant.email() : applicant.phone());
            return contacts.index(contact);
        } catch (Refusal wrong) {
            return null;
        }
    }
}

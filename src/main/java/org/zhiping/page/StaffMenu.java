package org.zhiping.page;

import static org.zhiping.identity.Role.ADMINISTRATOR;
import static org.zhiping.identity.Role.EVALUATOR;
import static org.zhiping.identity.Role.EXAM_OFFICER;
import static org.zhiping.identity.Role.INVIGILATOR;
import static org.zhiping.identity.Role.MANAGER;
import static org.zhiping.identity.Role.PROCESS_OWNER;
import static org.zhiping.identity.Role.SCORE_VERIFIER;
import static org.zhiping.identity.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiping.identity.Account;
import org.zhiping.identity.Role;
import org.zhiping.page.Chrome.Item;

/** Which pages of the desk a member of staff finds in the menu. The pages themselves check again. */
final class StaffMenu {

    private record Entry(String section, String href, Set<Role> roles) {
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("desk", "/desk", only()),
            new Entry("cases", "/desk/cases", only()),
            new Entry("sessions", "/desk/sessions", only(EXAM_OFFICER, EVALUATOR, INVIGILATOR, SCORE_VERIFIER, SUPERVISOR)),
            new Entry("rounds", "/desk/rounds", only(EXAM_OFFICER, ADMINISTRATOR, SUPERVISOR)),
            new Entry("recusals", "/desk/recusals", only()),
            new Entry("accounts", "/desk/accounts", only(ADMINISTRATOR)),
            new Entry("dashboard", "/dashboard", only(MANAGER, SUPERVISOR, PROCESS_OWNER)),
            new Entry("tasklist", "/camunda/app/tasklist/default/", only()),
            new Entry("cockpit", "/camunda/app/cockpit/default/", only(MANAGER, PROCESS_OWNER)));

    private StaffMenu() {
    }

    static Stream<Item> of(Account account) {
        return ENTRIES.stream()
                .filter(entry -> entry.roles().isEmpty() ? works(account) || entry.section().equals("desk") : entry.roles().stream().anyMatch(account::has))
                .map(entry -> new Item(entry.section(), entry.href(), 0));
    }

    private static boolean works(Account account) {
        return account.roles().stream().anyMatch(Role::caseWork);
    }

    private static Set<Role> only(Role... roles) {
        return Set.copyOf(Arrays.asList(roles));
    }
}

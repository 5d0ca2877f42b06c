package org.zhiping.page;

import static org.zhiping.identity.Role.ACCEPTANCE_OFFICER;
import static org.zhiping.identity.Role.ADMINISTRATOR;
import static org.zhiping.identity.Role.APPROVER;
import static org.zhiping.identity.Role.CERTIFICATE_OFFICER;
import static org.zhiping.identity.Role.EVALUATOR;
import static org.zhiping.identity.Role.EXAM_OFFICER;
import static org.zhiping.identity.Role.GROUP_AGENT;
import static org.zhiping.identity.Role.INVIGILATOR;
import static org.zhiping.identity.Role.MANAGER;
import static org.zhiping.identity.Role.PROCESS_OWNER;
import static org.zhiping.identity.Role.SCORE_VERIFIER;
import static org.zhiping.identity.Role.SUPERVISOR;
import static org.zhiping.identity.Role.TEAM_LEAD;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiping.identity.Account;
import org.zhiping.identity.Role;
import org.zhiping.page.Chrome.Item;

/** Which pages of the desk a member of staff finds in the menu. The pages themselves check again. */
final class StaffMenu {

    private static final Set<Role> STAFF = Arrays.stream(Role.values()).filter(Role::staff).collect(Collectors.toSet());
    private static final Set<Role> CASE_WORK = Arrays.stream(Role.values()).filter(Role::caseWork).collect(Collectors.toSet());

    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry("desk", "/desk", STAFF),
            new MenuEntry("worklist", "/desk/worklist", CASE_WORK),
            new MenuEntry("cases", "/desk/cases", Set.of(ACCEPTANCE_OFFICER, EXAM_OFFICER, SCORE_VERIFIER, APPROVER, CERTIFICATE_OFFICER, SUPERVISOR)),
            new MenuEntry("sessions", "/desk/sessions", Set.of(EXAM_OFFICER, EVALUATOR, INVIGILATOR, SCORE_VERIFIER, SUPERVISOR)),
            new MenuEntry("rounds", "/desk/rounds", Set.of(EXAM_OFFICER, ADMINISTRATOR, SUPERVISOR)),
            new MenuEntry("standards", "/desk/standards", Set.of(PROCESS_OWNER, SUPERVISOR, EXAM_OFFICER, ADMINISTRATOR, MANAGER)),
            new MenuEntry("group", "/group", Set.of(GROUP_AGENT)),
            new MenuEntry("group-imports", "/desk/group-imports", Set.of(EXAM_OFFICER)),
            new MenuEntry("calendar", "/desk/calendar", Set.of(EXAM_OFFICER, ADMINISTRATOR, TEAM_LEAD, MANAGER, SUPERVISOR)),
            new MenuEntry("absences", "/desk/absences", Stream.concat(CASE_WORK.stream(), Stream.of(TEAM_LEAD, ADMINISTRATOR)).collect(Collectors.toSet())),
            new MenuEntry("handover", "/desk/handover", Set.of(TEAM_LEAD, ADMINISTRATOR)),
            new MenuEntry("recusals", "/desk/recusals", CASE_WORK),
            new MenuEntry("accounts", "/desk/accounts", Set.of(ADMINISTRATOR)),
            new MenuEntry("notices", "/desk/notices", Set.of(PROCESS_OWNER, SUPERVISOR, MANAGER)),
            new MenuEntry("worklist-check", "/desk/worklist/check", Set.of(ADMINISTRATOR)),
            new MenuEntry("mail", "/desk/mail", Set.of(ADMINISTRATOR, MANAGER)),
            new MenuEntry("dashboard", "/dashboard", Set.of(MANAGER, SUPERVISOR, PROCESS_OWNER)),
            new MenuEntry("tasklist", "/camunda/app/tasklist/default/", CASE_WORK),
            new MenuEntry("cockpit", "/camunda/app/cockpit/default/", Set.of(MANAGER, PROCESS_OWNER)));

    private StaffMenu() {
    }

    static boolean holds(Account account, String section) {
        return ENTRIES.stream().anyMatch(entry -> entry.section().equals(section) && entry.roles().stream().anyMatch(account::has));
    }

    static List<Item> of(Account account, List<MenuEntry> more) {
        return Stream.concat(ENTRIES.stream(), more.stream()).filter(entry -> entry.roles().stream().anyMatch(account::has))
                .map(entry -> new Item(entry.section(), entry.href(), 0)).toList();
    }
}

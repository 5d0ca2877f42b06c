package org.zhiping.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.notice.Inbox;
import org.zhiping.platform.Institution;

/** The frame of a page knows who looks at it: {@code me} in every template, with the menu that this person may use. */
@Configuration(proxyBeanMethods = false)
class Chrome {

    @Bean
    FreeMarkerVariablesCustomizer readerOfThePage(CurrentUser user, Accounts accounts, Inbox inbox, ObjectProvider<MenuEntry> more,
                                                   Institution institution) {
        return variables -> {
            variables.put("me", new Reader(user, accounts, inbox, more.stream().toList()));
            variables.put("institution", institution);
        };
    }

    /** One entry of the menu; its words are {@code page.menu.<section>}. */
    public record Item(String section, String href, int count) {
    }

    /** Whoever reads the page; asked anew by each rendering. */
    public record Reader(CurrentUser user, Accounts accounts, Inbox inbox, List<MenuEntry> more) {

        public boolean signedIn() {
            return account() != null;
        }

        public String name() {
            return account().name();
        }

        public boolean is(String role) {
            return Role.of(role).filter(user::has).isPresent();
        }

        /** Whether this person takes part in deciding cases, and so may have to declare 回避. */
        public boolean caseWork() {
            return account().hasCaseWork();
        }

        /** Whether the menu leads this person to this page of the desk. */
        public boolean finds(String section) {
            return StaffMenu.holds(account(), section);
        }

        public List<Item> menu() {
            List<Item> menu = new ArrayList<>(List.of(new Item("home", "/", 0), new Item("lookup", "/lookup", 0)));
            Account account = account();
            if (account == null) {
                return menu;
            }
            if (account.has(Role.APPLICANT)) {
                menu.add(new Item("portal", "/portal", 0));
            }
            if (!account.has(Role.GROUP_AGENT)) {
                String address = account.has(Role.APPLICANT) ? "/portal/inbox" : "/desk/inbox";
                menu.add(new Item("inbox", address, inbox.unread(account.id())));
            }
            menu.addAll(StaffMenu.of(account, more));
            return menu;
        }

        private Account account() {
            return user.idIfAny().flatMap(accounts::find).orElse(null);
        }
    }
}

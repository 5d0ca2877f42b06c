package org.zhiping.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.group.JdbcGroupCases.GroupCase;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Prospects;

/** What a row would change, by what there is of its person already. */
@Component
class Standing {

    private final Prospects prospects;
    private final JdbcGroupCases cases;
    private final Applications applications;
    private final Sealed sealed;

    Standing(Prospects prospects, JdbcGroupCases cases, Applications applications, Sealed sealed) {
        this.prospects = prospects;
        this.cases = cases;
        this.applications = applications;
        this.sealed = sealed;
    }

    /** @param mine the case of this agent's files, where it is still under way; else null */
    record Found(Change change, GroupCase mine) {
    }

    /** What there is of some people, asked at once. */
    final class Known {

        private final List<GroupCase> mine;
        private final List<Prospects.UnderWay> underWay;

        Known(String agent, String standard, List<String> people) {
            this.mine = cases.of(agent, standard, people);
            this.underWay = prospects.underWay(standard, people);
        }

        Found of(String person, String level, String digest) {
            List<Prospects.UnderWay> there = new ArrayList<>(underWay);
            there.removeIf(one -> !one.person().equals(person) || !one.level().equals(level));
            Optional<GroupCase> own = mine.stream().filter(one -> one.person().equals(person) && one.level().equals(level))
                    .filter(one -> there.stream().anyMatch(open -> open.caseNumber().equals(one.caseNumber()))).findFirst();
            return own.map(one -> new Found(change(one, digest), one))
                    .orElseGet(() -> new Found(there.isEmpty() ? Change.NEW : Change.TAKEN, null));
        }

        private Change change(GroupCase one, String digest) {
            if (one.digest().equals(digest)) {
                return Change.UNCHANGED;
            }
            Application application = applications.find(one.caseNumber());
            return application.status().editable() && asImported(application, one) ? Change.CHANGED : Change.LOCKED;
        }
    }

    Known known(String agent, String standard, List<String> people) {
        return new Known(agent, standard, people);
    }

    /** Nobody has changed the claims since they were imported. */
    boolean asImported(Application application, GroupCase one) {
        return claimsDigest(application).equals(one.claimsDigest());
    }

    String claimsDigest(Application application) {
        return sealed.digest(application.claims());
    }
}

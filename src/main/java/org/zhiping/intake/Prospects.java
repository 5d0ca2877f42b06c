package org.zhiping.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Vault;
import org.zhiping.standard.RequiredMaterial;
import org.zhiping.standard.Rulebook;

/** How an application would stand that nobody has started: the same questions as to a draft, and nothing is kept. */
@Component
public class Prospects {

    /**
     * @param faults     what would have to be put right before it could be handed in; eligibility and materials aside
     * @param materials  what it would need, whether required or recommended
     */
    public record Prospect(Eligibility eligibility, List<Fault> faults, List<RequiredMaterial> materials) {
    }

    /** An application that is under way. */
    public record UnderWay(String person, String level, String caseNumber, String applicant, ApplicationStatus status) {
    }

    private final Standings standings;
    private final Rulebook rulebook;
    private final JdbcPersons persons;
    private final Vault vault;
    private final Clock clock;

    Prospects(Standings standings, Rulebook rulebook, JdbcPersons persons, Vault vault, Clock clock) {
        this.standings = standings;
        this.rulebook = rulebook;
        this.persons = persons;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param level code of a level, which the round need not offer; @param direction empty for none */
    public Prospect of(Round round, String level, String direction, Claims claims) {
        List<Fault> faults = new ArrayList<>(offered(round, level, direction));
        faults.addAll(PersonCheck.faults(claims.person(), LocalDate.now(clock)));
        if (!round.levels().contains(level)) {
            return new Prospect(null, faults, List.of());
        }
        Standing standing = standings.of(draft(round, level, direction, claims), Confirmation.NONE);
        Eligibility eligibility = standing.eligibility();
        faults.addAll(eligibility.unreadable());
        return new Prospect(eligibility, faults, rulebook.materials(round.standard(), round.edition(), standing.factsUnder(claims.condition())));
    }

    /** By which a person is found again without being read: of the identity document, empty while that cannot be right. */
    public Optional<String> person(Claims claims) {
        return PersonCheck.document(claims.person()).map(vault::fingerprint);
    }

    /** Applications of these people for any level of the standard, whoever's account they are in. */
    public List<UnderWay> underWay(String standard, Collection<String> people) {
        return people.isEmpty() ? List.of() : persons.underWay(standard, people);
    }

    private List<Fault> offered(Round round, String level, String direction) {
        if (!round.levels().contains(level)) {
            return List.of(new Fault("level", "level-not-offered"));
        }
        try {
            rulebook.checkCombination(round.standard(), round.edition(), level, direction);
        } catch (Refusal impossible) {
            return impossible.faults();
        }
        return direction.isEmpty() || round.directions().contains(direction) ? List.of()
                : List.of(new Fault("direction", "direction-not-offered"));
    }

    private static Application draft(Round round, String level, String direction, Claims claims) {
        Application draft = Application.draft("", new Application.Subject(round.number(), round.standard(), round.edition(), level, direction), "", "");
        draft.claim(claims);
        return draft;
    }
}

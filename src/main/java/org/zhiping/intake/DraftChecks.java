package org.zhiping.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal.Fault;

/** Looks at a draft as it will be looked at when it is handed in, but refuses nothing. */
@Component
class DraftChecks {

    private final Standings standings;
    private final HeldLevels held;
    private final Clock clock;

    DraftChecks(Standings standings, HeldLevels held, Clock clock) {
        this.standings = standings;
        this.held = held;
        this.clock = clock;
    }

    DraftCheck of(Application application) {
        Claims.Person person = application.claims().person();
        Eligibility eligibility = standings.of(application, Confirmation.NONE).eligibility();
        List<Fault> faults = new ArrayList<>(PersonCheck.faults(person, LocalDate.now(clock)));
        faults.addAll(eligibility.unreadable());
        Optional<IdentityDocument> document = IdentityDocument.of(person.idType(), person.idNumber());
        return new DraftCheck(eligibility, List.copyOf(faults), held.obstacles(application),
                document.map(IdentityDocument::birthDate).orElse(null), document.map(IdentityDocument::sex).orElse(null));
    }
}

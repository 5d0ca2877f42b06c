package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhiping.platform.Refusal;

/** Refuses to overwrite what somebody saved since the person looked, and says in which fields the two differ. */
public class ChangedMeanwhile extends Refusal {

    private final transient Application kept;
    private final transient List<Difference> differences;

    ChangedMeanwhile(Application kept, Claims refused) {
        this(kept, between(refused, kept.claims()));
    }

    private ChangedMeanwhile(Application kept, List<Difference> differences) {
        super(Kind.CONFLICT, Stream.concat(Stream.of(new Fault("", "application-changed-meanwhile", kept.caseNumber())),
                differences.stream().map(one -> new Fault(one.field(), "claim-changed-meanwhile"))).toList());
        this.kept = kept;
        this.differences = differences;
    }

    /** The application as it is kept. */
    public Application kept() {
        return kept;
    }

    public List<Difference> differences() {
        return differences;
    }

    private static List<Difference> between(Claims mine, Claims theirs) {
        Map<String, String> typed = ClaimFields.of(mine);
        Map<String, String> kept = ClaimFields.of(theirs);
        List<Difference> differences = new ArrayList<>();
        Stream.concat(typed.keySet().stream(), kept.keySet().stream()).distinct()
                .map(field -> new Difference(field, typed.getOrDefault(field, ""), kept.getOrDefault(field, "")))
                .filter(one -> !one.mine().equals(one.theirs())).forEach(differences::add);
        return List.copyOf(differences);
    }
}

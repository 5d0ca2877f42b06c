package org.zhiping.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhiping.intake.Application;

/**
 * A record for programs; the names of its members stay as they are, see docs/case-record.md.
 *
 * @param view       supervisor or staff: what the reader was allowed to see
 * @param exportedBy account id
 */
public record RecordExport(String schema, String caseNumber, String institution, String standard, String edition, String level, String direction,
                           Instant exportedAt, String exportedBy, String view, List<Line> entries, ChainState chain) {

    static final String SCHEMA = "zhiping-case-record-1";

    /**
     * One entry. Of one that the reader may not see there are only position, digest and hash, so that the chain can still be followed;
     * {@code salt} is given where nothing is left out and the digest can be computed again.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int position, Instant at, String kind, String actor, String name, String role, Map<String, String> basis,
                       Map<String, String> details, Boolean takenOver, Boolean erased, boolean withheld, String salt, String digest, String hash) {
    }

    /** @param fault null while the record fits its chain */
    public record ChainState(String algorithm, int entries, String lastHash, boolean intact, ChainFault fault) {
    }

    public record ChainFault(int position, CaseRecords.Fault.Kind kind) {
    }

    static RecordExport of(Application application, CaseRecord record, Sight sight, String institution, Instant at) {
        return new RecordExport(SCHEMA, record.caseNumber(), institution, application.standard(), application.edition(), application.level(),
                application.direction(), at, sight.account(), sight.view(), record.entries().stream().map(entry -> line(entry, sight)).toList(),
                new ChainState("SHA-256", record.entries().size(), record.lastHash(), record.intact(),
                        record.intact() ? null : new ChainFault(record.fault().position(), record.fault().kind())));
    }

    private static Line line(Entry entry, Sight sight) {
        String digest = HexFormat.of().formatHex(entry.digest());
        String hash = HexFormat.of().formatHex(entry.hash());
        if (!sight.sees(entry)) {
            return new Line(entry.position(), null, null, null, null, null, null, null, null, null, true, null, digest, hash);
        }
        boolean named = sight.named(entry) && !sight.masked(entry);
        Map<String, String> details = new TreeMap<>(entry.details());
        if (!sight.unveiled(entry)) {
            details.keySet().removeAll(Sight.VEILED);
        }
        return new Line(entry.position(), entry.at(), entry.kind(), named ? entry.actor() : null, named ? entry.name() : null, entry.role(),
                new TreeMap<>(entry.basis()), details, entry.takenOver(), entry.erased(), false,
                sight.whole(entry) && !entry.erased() ? entry.content().salt() : null, digest, hash);
    }
}

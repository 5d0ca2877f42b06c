package org.zhiping.standard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;

/**
 * The packs that come with the program, and over them those that process owners have uploaded, on whichever server. Once
 * a second at most it is asked whether anything has changed.
 */
@Component
class LivePacks implements Packs {

    private static final Logger LOG = LoggerFactory.getLogger(LivePacks.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** @param checked {@code System.nanoTime()} at which it still held */
    private record Known(String stamp, List<StandardPack> packs, long checked) {
    }

    private final YamlPacks shipped;
    private final JdbcEditions editions;
    private final Map<Long, Optional<StandardPack>> read = new ConcurrentHashMap<>();
    private volatile Known known;

    LivePacks(JdbcEditions editions) throws IOException {
        this.shipped = new YamlPacks();
        this.editions = editions;
    }

    @Override
    public StandardPack find(String standard, String edition) {
        return all().stream().filter(pack -> pack.standard().equals(standard) && pack.edition().equals(edition)).findFirst()
                .orElseThrow(() -> Refusal.notFound("standard-unknown", standard, edition));
    }

    /** The same throughout one transaction, whatever others upload meanwhile. */
    @Override
    public List<StandardPack> all() {
        return OncePerTransaction.of(LivePacks.class, this::now);
    }

    List<StandardPack> shipped() {
        return shipped.all();
    }

    /** Somebody on this server has changed the list. */
    void changed() {
        known = null;
    }

    private List<StandardPack> now() {
        Known last = known;
        if (last != null && System.nanoTime() - last.checked() < FRESH_NANOS) {
            return last.packs();
        }
        long checked = System.nanoTime();
        String stamp = editions.stamp();
        List<StandardPack> packs = last != null && last.stamp().equals(stamp) ? last.packs() : merged();
        known = new Known(stamp, packs, checked);
        return packs;
    }

    private List<StandardPack> merged() {
        Map<String, StandardPack> packs = new LinkedHashMap<>();
        shipped.all().forEach(pack -> packs.put(key(pack), pack));
        editions.idsInForce().forEach(id -> read.computeIfAbsent(id, this::read).ifPresent(pack -> packs.put(key(pack), pack)));
        List<StandardPack> sorted = new ArrayList<>(packs.values());
        sorted.sort(Comparator.comparing(StandardPack::standard).thenComparing(StandardPack::edition));
        return List.copyOf(sorted);
    }

    private static String key(StandardPack pack) {
        return pack.standard() + "/" + pack.edition();
    }

    /** An upload that an earlier version of the program took in must not stop this one: it is left out, and told. */
    private Optional<StandardPack> read(long id) {
        JdbcEditions.InForce row = editions.read(id);
        PackProblems problems = new PackProblems();
        PackYaml yaml = new PackYaml(new PackFiles(PackZip.unpack(row.zip(), problems), problems).ending(".yaml"), problems);
        Optional<StandardPack> pack = problems.hasErrors() ? Optional.empty() : yaml.pack(false);
        if (pack.isEmpty()) {
            LOG.error("The uploaded pack {} {} cannot be read by this version of the program: {}", row.standard(), row.edition(), problems.all());
        }
        return pack;
    }
}

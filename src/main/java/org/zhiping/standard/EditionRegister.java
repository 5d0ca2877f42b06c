package org.zhiping.standard;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.DecisionTables;

/** Enters and removes editions: the row and the engine's deployment are one transaction. */
@Component
@Transactional
class EditionRegister {

    private final JdbcEditions editions;
    private final EditionUse use;
    private final DecisionTables tables;
    private final LivePacks packs;
    private final Clock clock;

    EditionRegister(JdbcEditions editions, EditionUse use, DecisionTables tables, LivePacks packs, Clock clock) {
        this.editions = editions;
        this.use = use;
        this.tables = tables;
        this.packs = packs;
        this.clock = clock;
    }

    /** The number of the version that has been stored. */
    int enter(PackLint.Result found, byte[] zip, String sha256, String by) {
        StandardPack pack = found.pack();
        editions.lock();
        requireUnused(pack.standard(), pack.edition());
        boolean same = editions.versions().stream().filter(version -> version.standard().equals(pack.standard())
                && version.edition().equals(pack.edition()) && !version.isRemoved()).findFirst()
                .filter(version -> version.sha256().equals(sha256)).isPresent();
        if (same) {
            throw Refusal.conflict("pack-same");
        }
        int version = editions.lastVersion(pack.standard(), pack.edition()) + 1;
        Map<String, byte[]> byPath = new TreeMap<>();
        found.tables().forEach((name, bytes) -> byPath.put("standards/" + pack.standard() + "/" + pack.edition() + "/" + name, bytes));
        String deployment = tables.deploy(pack.name() + " " + pack.edition() + " #" + version, byPath);
        editions.insert(new EditionVersion(pack.standard(), pack.edition(), version, sha256, zip.length, by, clock.instant(), null, null),
                zip, deployment);
        tellWhenDone();
        return version;
    }

    void remove(String standard, String edition, String by) {
        editions.lock();
        var removed = editions.remove(standard, edition, by, clock.instant());
        if (removed.isEmpty()) {
            throw packs.shipped().stream().anyMatch(pack -> pack.standard().equals(standard) && pack.edition().equals(edition))
                    ? Refusal.conflict("pack-edition-shipped", standard, edition) : Refusal.notFound("pack-edition-not-found");
        }
        requireUnused(standard, edition);
        removed.forEach(tables::withdraw);
        tellWhenDone();
    }

    private void requireUnused(String standard, String edition) {
        if (use.isUsed(standard, edition)) {
            throw Refusal.conflict("pack-edition-used", standard, edition);
        }
    }

    private void tellWhenDone() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                packs.changed();
            }
        });
    }
}

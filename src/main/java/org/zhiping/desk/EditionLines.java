package org.zhiping.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.standard.EditionVersion;
import org.zhiping.standard.Editions;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Editions of standards with their versions and how many rounds use them. */
@Component
class EditionLines {

    /**
     * @param pack   what is in force; null once the edition is removed
     * @param rounds how many rounds use it; with the first it stays as it is
     */
    public record Line(String standard, String edition, StandardPack pack, List<EditionVersion> versions, long rounds) {

        /** The version that is in force; null once the edition is removed. */
        public EditionVersion live() {
            return pack == null ? null : versions.stream().filter(version -> !version.isRemoved()).findFirst().orElse(null);
        }

        /** How many conditions the edition in force has. */
        public int conditions() {
            return pack == null ? 0 : pack.conditions().size();
        }

        /** True when an upload can be taken out of force. */
        public boolean removable() {
            return rounds == 0 && Optional.ofNullable(live()).filter(version -> !version.isShipped()).isPresent();
        }
    }

    private final Editions editions;
    private final Packs packs;
    private final Rounds rounds;

    EditionLines(Editions editions, Packs packs, Rounds rounds) {
        this.editions = editions;
        this.packs = packs;
        this.rounds = rounds;
    }

    List<Line> all() {
        Map<String, List<EditionVersion>> byEdition = new LinkedHashMap<>();
        editions.versions().forEach(version -> byEdition.computeIfAbsent(key(version.standard(), version.edition()), key -> new ArrayList<>()).add(version));
        List<Round> planned = rounds.all();
        List<StandardPack> inForce = packs.all();
        return byEdition.values().stream().map(versions -> {
            String key = key(versions.get(0).standard(), versions.get(0).edition());
            return new Line(versions.get(0).standard(), versions.get(0).edition(),
                    inForce.stream().filter(pack -> key(pack.standard(), pack.edition()).equals(key)).findFirst().orElse(null), versions,
                    planned.stream().filter(round -> key(round.standard(), round.edition()).equals(key)).count());
        }).toList();
    }

    private static String key(String standard, String edition) {
        return standard + "/" + edition;
    }
}

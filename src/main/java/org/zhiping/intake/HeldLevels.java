package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Level;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Nobody applies for a level that they hold, or twice for one at the same time. */
@Component
class HeldLevels {

    private final Packs packs;
    private final JdbcApplications applications;

    HeldLevels(Packs packs, JdbcApplications applications) {
        this.packs = packs;
        this.applications = applications;
    }

    /** By a certificate that is claimed, or by one of ours. */
    boolean holds(Application application) {
        StandardPack pack = pack(application);
        return !claimed(application, pack).isEmpty() || applications.certifiedLevels(application).stream()
                .anyMatch(level -> reaches(pack, level, application.level()));
    }

    /**
     * Told while the draft is filled in. What we know from other applications is told only where name and number are theirs: else
     * a number typed at random would tell who has applied here.
     */
    List<Fault> obstacles(Application application) {
        StandardPack pack = pack(application);
        List<Fault> obstacles = new ArrayList<>();
        claimed(application, pack).forEach(index -> obstacles.add(new Fault("certificates[" + index + "].level", "level-already-held")));
        for (Application other : applications.ofSamePerson(application)) {
            if (!other.applicantName().equals(application.applicantName())) {
                continue;
            }
            if (other.status() == ApplicationStatus.CERTIFIED) {
                if (reaches(pack, other.level(), application.level())) {
                    obstacles.add(new Fault("", "level-held-with-us", name(pack, other.level())));
                }
            } else if (other.level().equals(application.level())) {
                obstacles.add(new Fault("", "person-already-open"));
            }
        }
        return List.copyOf(obstacles);
    }

    private static List<Integer> claimed(Application application, StandardPack pack) {
        List<Claims.Certificate> certificates = application.claims().certificates();
        return IntStream.range(0, certificates.size())
                .filter(index -> Occupations.plain(certificates.get(index).occupation()).equals(pack.name()))
                .filter(index -> reaches(pack, certificates.get(index).level(), application.level())).boxed().toList();
    }

    private static boolean reaches(StandardPack pack, String held, String wanted) {
        List<String> ascending = pack.levels().stream().map(Level::code).toList();
        return ascending.indexOf(held) >= ascending.indexOf(wanted);
    }

    private static String name(StandardPack pack, String level) {
        return pack.levels().stream().filter(one -> one.code().equals(level)).map(one -> one.in(Language.now())).findFirst().orElse(level);
    }

    private StandardPack pack(Application application) {
        return packs.find(application.standard(), application.edition());
    }
}

package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.Packs;
import org.zhiping.standard.RequiredMaterial;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** The list of materials of an application, with the files that are there. */
@Component
class Requirements {

    private final Packs packs;
    private final Rulebook rulebook;
    private final Standings standings;
    private final Files files;

    Requirements(Packs packs, Rulebook rulebook, Standings standings, Files files) {
        this.packs = packs;
        this.rulebook = rulebook;
        this.standings = standings;
        this.files = files;
    }

    /** What the facts call for; a file that is no longer called for keeps a line of its own. */
    List<Requirement> of(Application application, Confirmation confirmation) {
        StandardPack pack = packs.find(application.standard(), application.edition());
        Map<String, Object> facts = standings.of(application, confirmation).factsUnder(application.claims().condition());
        List<AttachedFile> left = new ArrayList<>(files.of(application.caseNumber()));
        List<Requirement> lines = new ArrayList<>();
        for (RequiredMaterial material : rulebook.materials(application.standard(), application.edition(), facts)) {
            Requirement line = line(pack, material, left);
            left.removeAll(line.files());
            lines.add(line);
        }
        left.stream().map(AttachedFile::material).distinct().forEach(code -> lines.add(new Requirement(code, List.of(), false, null,
                false, left.stream().filter(file -> file.material().equals(code)).toList())));
        return List.copyOf(lines);
    }

    List<EarlierFile> earlier(Application application) {
        return files.earlier(application.caseNumber());
    }

    /** An applicant may add whatever the standard's pack knows, also where it is not asked for. */
    MaterialKind upload(Application application, String code) {
        return packs.find(application.standard(), application.edition()).material(code)
                .filter(kind -> !kind.fulfilledBy().equals(MaterialKind.APPLICATION))
                .orElseThrow(() -> Refusal.invalid("material", "material-unknown"));
    }

    private static Requirement line(StandardPack pack, RequiredMaterial material, List<AttachedFile> files) {
        boolean byApplication = pack.material(material.material()).map(MaterialKind::fulfilledBy)
                .filter(MaterialKind.APPLICATION::equals).isPresent();
        Requirement line = new Requirement(material.material(), material.anyOf(), material.required(), material.clause(),
                byApplication, List.of());
        return new Requirement(line.material(), line.anyOf(), line.required(), line.clause(), byApplication,
                files.stream().filter(file -> line.takes(file.material())).toList());
    }
}

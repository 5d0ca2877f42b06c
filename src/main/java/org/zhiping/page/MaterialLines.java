package org.zhiping.page;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.Requirement;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** The list of materials that an application needs, in the words of its standard. */
@Component
public class MaterialLines {

    /** One material; {@code kinds} are the kinds of document of which any one is enough; a portrait is a picture. */
    public record Line(Requirement requirement, String name, List<Option> kinds, boolean portrait) {

        /** The name of the kind that a file was uploaded as. */
        public String kind(String code) {
            return kinds.stream().filter(option -> option.value().equals(code)).map(Option::label).findFirst().orElse(name);
        }
    }

    private final CaseFacts facts;
    private final Packs packs;

    MaterialLines(CaseFacts facts, Packs packs) {
        this.facts = facts;
        this.packs = packs;
    }

    public List<Line> of(Application application) {
        var pack = packs.find(application.standard(), application.edition());
        return facts.requirements(application).stream().map(requirement -> new Line(
                requirement, name(pack, requirement.material()),
                requirement.anyOf().stream().map(code -> new Option(code, name(pack, code))).toList(),
                pack.material(requirement.material()).map(MaterialKind::fulfilledBy).filter(MaterialKind.PORTRAIT::equals).isPresent())).toList();
    }

    /** @throws Refusal (NOT_FOUND) when the file is none of this application's */
    public void requireAttached(Application application, UUID document) {
        if (facts.requirements(application).stream().flatMap(requirement -> requirement.files().stream())
                .noneMatch(file -> file.document().equals(document))) {
            throw Refusal.notFound("document-not-found");
        }
    }

    private static String name(StandardPack pack, String code) {
        return pack.material(code).map(kind -> kind.in(Language.now())).orElse(code);
    }
}

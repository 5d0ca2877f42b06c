package org.zhiping.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.AttachedFile;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.EarlierFile;
import org.zhiping.intake.Requirement;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** The list of materials that an application needs, in the words of its standard. */
@Component
public class MaterialLines {

    /** One material; {@code kinds} are the kinds of document of which any one is enough; a portrait is a picture.
     * {@code earlier} are files that were handed in and then replaced or taken out. */
    public record Line(Requirement requirement, String name, List<Option> kinds, boolean portrait, List<EarlierFile> earlier) {

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
        List<EarlierFile> earlier = facts.earlierFiles(application);
        return facts.requirements(application).stream().map(requirement -> new Line(
                requirement, name(pack, requirement.material()),
                requirement.anyOf().stream().map(code -> new Option(code, name(pack, code))).toList(),
                pack.material(requirement.material()).map(MaterialKind::fulfilledBy).filter(MaterialKind.PORTRAIT::equals).isPresent(),
                earlier.stream().filter(one -> requirement.takes(one.file().material())).toList())).toList();
    }

    /** A file of the application, also one that was replaced. */
    public Optional<AttachedFile> file(Application application, UUID document) {
        return document == null ? Optional.empty() : all(application).filter(file -> file.document().equals(document)).findFirst();
    }

    /** The first one that can be looked at. */
    public Optional<AttachedFile> first(Application application) {
        return all(application).filter(AttachedFile::opens).findFirst();
    }

    /** Those that count and can be looked at, in the order of the list. */
    public List<AttachedFile> opening(Application application) {
        return facts.requirements(application).stream().flatMap(requirement -> requirement.files().stream()).filter(AttachedFile::opens).toList();
    }

    private Stream<AttachedFile> all(Application application) {
        return Stream.concat(facts.requirements(application).stream().flatMap(requirement -> requirement.files().stream()),
                facts.earlierFiles(application).stream().map(EarlierFile::file));
    }

    /** @throws Refusal (NOT_FOUND) when the file is none of this application's */
    public void requireAttached(Application application, UUID document) {
        if (file(application, document).isEmpty()) {
            throw Refusal.notFound("document-not-found");
        }
    }

    private static String name(StandardPack pack, String code) {
        return pack.material(code).map(kind -> kind.in(Language.now())).orElse(code);
    }
}

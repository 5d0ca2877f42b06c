package org.zhiping.intake;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Calls standards, levels, directions, parts and materials by their names, in the language of the request. */
@Component
public class SubjectNames {

    private static final String SEPARATOR = " · ";

    private final Packs packs;

    public SubjectNames(Packs packs) {
        this.packs = packs;
    }

    public String of(Application application) {
        return of(application.standard(), application.edition(), application.level(), application.direction());
    }

    /** Such as 全媒体运营师 · 四级/中级工 · 视听运营; {@code direction} may be empty. */
    public String of(String standard, String edition, String level, String direction) {
        StandardPack pack = packs.find(standard, edition);
        String name = named(Optional.of(pack), standard) + SEPARATOR + named(pack.level(level), level);
        return direction.isEmpty() ? name : name + SEPARATOR + named(pack.direction(direction), direction);
    }

    public String part(String standard, String edition, String part) {
        return named(packs.find(standard, edition).part(part), part);
    }

    /** The name of a material, or of a kind of document that serves as one. */
    public String material(Application application, String code) {
        return named(packs.find(application.standard(), application.edition()).material(code), code);
    }

    private static String named(Optional<? extends Named> thing, String code) {
        Locale locale = Language.now();
        return thing.map(known -> known.in(locale)).orElse(code);
    }
}

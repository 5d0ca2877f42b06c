package org.zhiping.portal;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Requirement;
import org.zhiping.page.Option;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** The list of materials that an application needs, in the words of its standard. */
@Component
class MaterialLines {

    /** One material; {@code kinds} are the kinds of document of which any one is enough. */
    public record Line(Requirement requirement, String name, List<Option> kinds) {

        /** The name of the kind that a file was uploaded as. */
        public String kind(String code) {
            return kinds.stream().filter(option -> option.value().equals(code)).map(Option::label).findFirst().orElse(name);
        }
    }

    private final Intake intake;
    private final Packs packs;

    MaterialLines(Intake intake, Packs packs) {
        this.intake = intake;
        this.packs = packs;
    }

    List<Line> of(Application application) {
        var pack = packs.find(application.standard(), application.edition());
        return intake.requirements(application.applicant(), application.caseNumber()).stream().map(requirement -> new Line(
                requirement, name(pack, requirement.material()),
                requirement.anyOf().stream().map(code -> new Option(code, name(pack, code))).toList())).toList();
    }

    private static String name(StandardPack pack, String code) {
        return pack.material(code).map(kind -> kind.in(LocaleContextHolder.getLocale())).orElse(code);
    }
}

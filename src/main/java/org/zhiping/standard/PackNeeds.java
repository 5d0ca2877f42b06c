package org.zhiping.standard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rest of the product takes for granted in every pack: the parameters it asks for, clauses that can be read. */
final class PackNeeds {

    /** What a certificate number of the institution's own may look like; the parameter's {@code pattern} admits nothing else. */
    static final String NUMBER_GRAMMAR = "(?=.{1,60}$)(?=.*-)(?=.*\\{year)(?=.*\\{level)(?=.*\\{serial)(?!.*(\\{[a-z]+).*\\1)(?!-)"
            + "([A-Z0-9-]|\\{year(:2)?}|\\{level}|\\{serial:[4-9]})+(?<!-)";

    private static final String NUMBER = "certificate.pattern";
    private static final Map<String, ParameterSpec.Type> ALWAYS = Map.of("scoreDecimals", ParameterSpec.Type.INTEGER,
            "publicityWorkingDays", ParameterSpec.Type.INTEGER, "certificate.heading", ParameterSpec.Type.TEXT,
            "certificate.headingEn", ParameterSpec.Type.TEXT);
    private static final Set<String> NATIONAL = Set.of("certificate.bodyKind", "certificate.bodyCode", "certificate.province", "certificate.site");

    private final StandardPack pack;
    private final PackYaml yaml;

    private PackNeeds(StandardPack pack, PackYaml yaml) {
        this.pack = pack;
        this.yaml = yaml;
    }

    static void check(StandardPack pack, PackYaml yaml) {
        PackNeeds needs = new PackNeeds(pack, yaml);
        needs.parameters();
        needs.clauses();
    }

    private void parameters() {
        ALWAYS.forEach(this::needed);
        if (pack.scoring() != null && pack.scoring().scaleMax() == null) {
            needed("scaleMax", ParameterSpec.Type.DECIMAL);
        }
        if (pack.scoring() != null && pack.scoring().passMark() == null) {
            needed("passMark", ParameterSpec.Type.DECIMAL);
        }
        Optional<ParameterSpec> own = spec(NUMBER);
        if (own.isEmpty() && NATIONAL.stream().anyMatch(id -> spec(id).isEmpty())) {
            yaml.at(PackFault.at("/parameters", "number-missing", NUMBER));
        }
        own.filter(spec -> !NUMBER_GRAMMAR.equals(spec.pattern()))
                .ifPresent(spec -> yaml.at(PackFault.at("/parameters/" + pack.parameters().indexOf(spec) + "/pattern", "number-grammar", NUMBER)));
        for (int i = 0; own.isEmpty() && i < pack.levels().size(); i++) {
            if (pack.levels().get(i).certificateDigit() == null) {
                yaml.at(PackFault.at("/levels/" + i, "level-digit", pack.levels().get(i).code()));
            }
        }
    }

    private void needed(String id, ParameterSpec.Type type) {
        Optional<ParameterSpec> spec = spec(id);
        if (spec.isEmpty() || spec.get().perLevel() || spec.get().type() != type) {
            String at = spec.map(found -> "/" + pack.parameters().indexOf(found)).orElse("");
            yaml.at(PackFault.at("/parameters" + at, "parameter-needed", id, type.name().toLowerCase(Locale.ROOT)));
        }
    }

    private Optional<ParameterSpec> spec(String id) {
        return pack.parameters().stream().filter(spec -> id.equals(spec.id())).findFirst();
    }

    private void clauses() {
        each("/conditions", pack.conditions().stream().map(Condition::clause).toList(), yaml::at);
        each("/parts", pack.parts().stream().map(Part::clause).toList(), yaml::at);
        each("/materials", pack.materials().stream().map(MaterialKind::clause).toList(), yaml::at);
        each("/staffing", pack.staffing().stream().map(StaffingRatio::clause).toList(), yaml::at);
        if (pack.scoring() != null) {
            clause("/scoring/clause", pack.scoring().clause(), yaml::at);
        }
        each("/parameters", pack.parameters().stream().map(ParameterSpec::clause).toList(), yaml::warn);
    }

    private void each(String path, List<String> clauses, Consumer<PackFault> tell) {
        for (int i = 0; i < clauses.size(); i++) {
            clause(path + "/" + i + "/clause", clauses.get(i), tell);
        }
    }

    private void clause(String path, String clause, Consumer<PackFault> tell) {
        if (clause == null) {
            return;
        }
        Set<String> known = Stream.of(pack.clauses().stream().map(Clause::number), pack.rubric().stream().map(RubricSection::clause),
                pack.work().stream().map(WorkFunction::clause)).flatMap(numbers -> numbers).collect(Collectors.toSet());
        for (String one : clause.split("[、,，;；]")) {
            String number = one.strip().split("\\s+")[0];
            boolean isWord = !number.matches("[\\dA-Za-z].*");
            if (!isWord && known.stream().noneMatch(each -> each != null
                    && (each.equals(number) || each.startsWith(number + ".") || number.startsWith(each + ".")))) {
                tell.accept(PackFault.at(path, "clause-unknown", number));
            }
        }
    }
}

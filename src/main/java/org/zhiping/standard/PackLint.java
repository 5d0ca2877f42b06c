package org.zhiping.standard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.model.ModelRules;
import org.zhiping.platform.process.model.TrialTables;

/** Reads a pack and finds everything that is wrong with it, each with file and line, before anybody relies on it. */
final class PackLint {

    /** @param pack null when its words do not make one */
    record Result(StandardPack pack, PackFiles files, PackProblems problems) {

        /** Bytes of the decision files by name. */
        Map<String, byte[]> tables() {
            Map<String, byte[]> tables = new TreeMap<>();
            files.ending(".dmn").forEach((name, text) -> tables.put(name, text.getBytes(StandardCharsets.UTF_8)));
            return tables;
        }

        boolean usable() {
            return pack != null && !problems.hasErrors();
        }
    }

    private final ModelRules rules;
    private final Texts texts;

    PackLint(ModelRules rules, Texts texts) {
        this.rules = rules;
        this.texts = texts;
    }

    Result zip(byte[] zip) {
        PackProblems problems = new PackProblems();
        Map<String, byte[]> entries = PackZip.unpack(zip, problems);
        return problems.hasErrors() ? new Result(null, new PackFiles(Map.of(), new PackProblems()), problems) : check(entries, problems);
    }

    /** @param entries content by path */
    Result files(Map<String, byte[]> entries) {
        return check(entries, new PackProblems());
    }

    private Result check(Map<String, byte[]> entries, PackProblems problems) {
        PackFiles files = new PackFiles(entries, problems);
        if (files.texts().isEmpty()) {
            return new Result(null, files, problems);
        }
        PackYaml yaml = new PackYaml(files.ending(".yaml"), problems);
        if (problems.hasErrors()) {
            return new Result(null, files, problems);
        }
        PackSchema.faults(yaml.content()).forEach(yaml::at);
        boolean incomplete = problems.hasErrors();
        Optional<StandardPack> pack = yaml.pack(incomplete);
        try {
            pack.ifPresent(found -> lines(found, yaml));
            tables(new Result(pack.orElse(null), files, problems));
            pack.ifPresent(found -> FactCheck.unused(found, files.ending(".dmn").values()).forEach(yaml::at));
        } catch (NullPointerException missing) {
            // What the schema refuses mostly makes a pack all the same, and then the rest is told at once; here it does not.
            if (!incomplete) {
                throw missing;
            }
        }
        return new Result(pack.orElse(null), files, problems);
    }

    private static void lines(StandardPack pack, PackYaml yaml) {
        PackCheck.faults(pack).forEach(yaml::at);
        PackNeeds.check(pack, yaml);
    }

    private void tables(Result found) {
        Map<String, byte[]> tables = found.tables();
        PackProblems problems = found.problems();
        rules.check(tables).forEach(problem -> problems.error(problem.resource(), problem.line(), "model",
                texts.of("model." + problem.code(), problem.args().toArray()), problem.element()));
        for (String name : KnownFacts.FILES) {
            if (!tables.containsKey(name + ".dmn")) {
                problems.error("", 0, "table-missing", name + ".dmn");
            }
            if (!found.files().texts().containsKey(name + ".csv")) {
                problems.error("", 0, "cases-missing", name + ".csv");
            }
        }
        found.files().texts().keySet().stream().filter(file -> file.matches(".*\\.(dmn|csv)"))
                .filter(file -> !KnownFacts.FILES.contains(file.substring(0, file.length() - ".dmn".length())))
                .forEach(file -> problems.error(file, 0, "table-stranger", String.join(", ", KnownFacts.FILES)));
        if (found.pack() != null) {
            tables.forEach((file, bytes) -> table(found, file, bytes));
        }
    }

    private void table(Result found, String file, byte[] bytes) {
        String name = file.substring(0, file.length() - ".dmn".length());
        if (!KnownFacts.FILES.contains(name) || found.problems().hasErrorsIn(file)) {
            return;
        }
        try {
            Optional<CaseTable> cases = Optional.ofNullable(found.files().texts().get(name + ".csv"))
                    .map(text -> CaseTable.read(name + ".csv", text, found.problems()));
            new TableLint(found.pack(), name, TrialTables.read(bytes), found.problems()).check(cases);
        } catch (IllegalArgumentException unreadable) {
            found.problems().error(file, 0, "table-unreadable");
        }
    }
}

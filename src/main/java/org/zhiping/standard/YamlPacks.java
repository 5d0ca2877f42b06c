package org.zhiping.standard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhiping.platform.Refusal;

/**
 * The packs that come with the program, read from the class path at start. All YAML files of one edition's folder make
 * one pack; a pack that does not hold together stops the start with every fault named.
 */
class YamlPacks implements Packs {

    private static final String ROOT = "standards/";

    private final List<StandardPack> packs;

    YamlPacks() throws IOException {
        this("classpath*:standards/*/*/*.yaml");
    }

    YamlPacks(String pattern) throws IOException {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String url = file.getURL().toString();
            String folder = url.substring(url.lastIndexOf(ROOT), url.lastIndexOf('/'));
            folders.computeIfAbsent(folder, key -> new TreeMap<>()).put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
        List<StandardPack> read = new ArrayList<>();
        folders.forEach((folder, files) -> read.add(pack(folder, files)));
        packs = List.copyOf(read);
    }

    private static StandardPack pack(String folder, Map<String, String> files) {
        PackProblems problems = new PackProblems();
        PackYaml yaml = new PackYaml(files, problems);
        Optional<StandardPack> pack = problems.hasErrors() ? Optional.empty() : yaml.pack(false);
        pack.ifPresent(found -> {
            PackCheck.faults(found).forEach(yaml::at);
            if (!folder.equals(ROOT + found.standard() + "/" + found.edition())) {
                yaml.at(PackFault.at("/edition", "other-folder", folder));
            }
        });
        if (problems.hasErrors()) {
            throw new BadPack(folder, problems.all().stream().map(PackProblem::toString).collect(Collectors.joining("; ")));
        }
        return pack.orElseThrow();
    }

    @Override
    public StandardPack find(String standard, String edition) {
        return packs.stream()
                .filter(pack -> pack.standard().equals(standard) && pack.edition().equals(edition)).findFirst()
                .orElseThrow(() -> Refusal.notFound("standard-unknown", standard, edition));
    }

    @Override
    public List<StandardPack> all() {
        return packs;
    }
}

package org.zhiping.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiping.platform.Language;
import org.zhiping.standard.MaterialKind;
import org.zhiping.standard.StandardPack;

/** Finds the material that the name of a file means: as the standard calls it, or a part of that which no other shares. */
final class MaterialNames {

    private static final String NUMBERED = "([(（]?\\d{1,2}[)）]?)$";
    private static final String FORM_OF_IT = "(复印件|扫描件|照片版|原件|copy|scan)$";
    private static final int SHORTEST_PART = 2;

    private record Name(String plain, MaterialKind kind) {
    }

    private final List<Name> names = new ArrayList<>();

    MaterialNames(StandardPack pack) {
        pack.materials().stream().filter(kind -> !kind.fulfilledBy().equals(MaterialKind.APPLICATION)).forEach(kind -> {
            names.add(new Name(Cells.plain(kind.name()), kind));
            names.add(new Name(Cells.plain(kind.in(Language.ENGLISH)), kind));
            names.add(new Name(Cells.plain(kind.code()), kind));
        });
    }

    /** @param fileName without folder and ending */
    Optional<MaterialKind> of(String fileName) {
        String plain = Cells.plain(fileName.strip().replaceAll(NUMBERED, ""));
        String bare = plain.replaceAll(FORM_OF_IT, "");
        return exactly(plain).or(() -> exactly(bare)).or(() -> only(bare, false)).or(() -> only(bare, true));
    }

    private Optional<MaterialKind> exactly(String plain) {
        return names.stream().filter(name -> name.plain().equals(plain)).map(Name::kind).findFirst();
    }

    private Optional<MaterialKind> only(String part, boolean atTheStart) {
        List<MaterialKind> kinds = part.length() < SHORTEST_PART ? List.of() : names.stream()
                .filter(name -> atTheStart ? name.plain().startsWith(part) : name.plain().contains(part) || part.contains(name.plain()))
                .map(Name::kind).distinct().limit(2).toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }
}

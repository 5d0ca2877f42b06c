package org.zhiping.group;

import static org.zhiping.intake.ClaimCodes.*;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhiping.group.Column.Kind;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Nationalities;
import org.zhiping.intake.Round;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Lays out the spreadsheet of a round: the person, what is applied for, then each kind of claim as often as is usual. */
@Component
class ColumnPlan {

    private static final int MOST_OF_A_KIND = 20;
    private static final int MOST_ALIASES = 3;
    private static final Map<String, Integer> USUAL = Map.of("jobs", 3, "certificates", 2, "titles", 1, "educations", 2, "courses", 1);
    private static final Set<String> REQUIRED = Set.of("name", "person.idNumber", "person.phone", "person.applicantKind", "level");
    private static final Set<String> SUBJECT = Set.of("level", "direction");

    private final Packs packs;
    private final Texts texts;

    ColumnPlan(Packs packs, Texts texts) {
        this.packs = packs;
        this.texts = texts;
    }

    Columns of(Round round) {
        StandardPack pack = packs.find(round.standard(), round.edition());
        List<Column> offered = new ArrayList<>();
        List<Column> known = new ArrayList<>();
        head(pack, round).forEach(column -> {
            offered.add(column);
            known.add(column);
        });
        for (RecordComponent group : Claims.class.getRecordComponents()) {
            if (!group.getName().equals("person") && !group.getName().equals("condition")) {
                claims(pack, group, offered, known);
            }
        }
        return new Columns(offered, known, aliases(known));
    }

    private List<Column> head(StandardPack pack, Round round) {
        List<Column> head = new ArrayList<>();
        head.add(column(pack, "name", "name"));
        for (RecordComponent field : Claims.Person.class.getRecordComponents()) {
            head.add(column(pack, "person." + field.getName(), field.getName()));
        }
        head.add(column(pack, "email", "email"));
        head.add(choice("level", pack.levels().stream().filter(level -> round.levels().contains(level.code())).toList(), true));
        if (!round.directions().isEmpty()) {
            head.add(choice("direction", pack.directions().stream().filter(one -> round.directions().contains(one.code())).toList(), true));
        }
        return head;
    }

    private void claims(StandardPack pack, RecordComponent group, List<Column> offered, List<Column> known) {
        boolean list = List.class.isAssignableFrom(group.getType());
        int usual = asked(pack, group.getName()) ? USUAL.getOrDefault(group.getName(), 1) : 0;
        for (int i = 0; i < (list ? MOST_OF_A_KIND : 1); i++) {
            String prefix = list ? "%s[%d].".formatted(group.getName(), i) : group.getName() + ".";
            for (RecordComponent field : fields(group)) {
                Column column = column(pack, prefix + field.getName(), field.getName());
                known.add(column);
                if (i < usual) {
                    offered.add(column);
                }
            }
        }
    }

    private static RecordComponent[] fields(RecordComponent group) {
        Class<?> type = group.getGenericType() instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : group.getType();
        return type.getRecordComponents();
    }

    /** As the portal's form: titles where occupations are related, a course where the institution sets its hours. */
    private static boolean asked(StandardPack pack, String group) {
        return switch (group) {
            case "titles" -> !pack.relatedOccupations().isEmpty();
            case "course", "courses" -> pack.parameters().stream().anyMatch(parameter -> parameter.id().startsWith("courseHours"));
            default -> true;
        };
    }

    private Column column(StandardPack pack, String path, String field) {
        Map<String, Named> choices = choices(pack, path, field);
        if (!choices.isEmpty()) {
            return choice(path, choices);
        }
        Kind kind = field.endsWith("On") || field.equals("from") || field.equals("to") || field.equals("birthDate") ? Kind.DATE
                : field.equals("idNumber") ? Kind.IDENTITY
                : Set.of("phone", "hours").contains(field) ? Kind.NUMBER : Kind.TEXT;
        return new Column(path, kind, words(Language.CHINESE, path), words(Language.ENGLISH, path), Map.of(), List.of(), List.of(),
                REQUIRED.contains(path));
    }

    private Map<String, Named> choices(StandardPack pack, String path, String field) {
        return switch (field) {
            case "idType" -> coded(field, ID_TYPES);
            case "nationality" -> nationalities();
            case "sex" -> coded(field, SEXES);
            case "applicantKind" -> pack.applicantKinds().isEmpty() ? coded(field, APPLICANT_KINDS) : kinds(pack);
            case "rank" -> coded("titleRank", TITLE_RANKS);
            case "kind" -> coded("titleKind", TITLE_KINDS);
            case "schoolType" -> coded(field, SCHOOL_TYPES);
            case "degree" -> coded(field, DEGREES);
            case "graduation" -> coded(field, GRADUATIONS);
            case "technicianClass" -> coded(field, TECHNICIAN_CLASSES);
            case "completed" -> coded(field, List.of("yes", "no"));
            case "level" -> certificateLevels(pack);
            default -> Map.of();
        };
    }

    private static Map<String, Named> nationalities() {
        Map<String, Named> states = new LinkedHashMap<>();
        Nationalities.codes(Language.CHINESE).forEach(code -> states.put(code,
                new Words(Nationalities.name(code, Language.CHINESE), Nationalities.name(code, Language.ENGLISH))));
        return states;
    }

    /** A certificate may be of another occupation, which has other levels. */
    private Map<String, Named> certificateLevels(StandardPack pack) {
        Map<String, Named> levels = coded("certificateLevel", CERTIFICATE_LEVELS);
        pack.levels().forEach(level -> levels.putIfAbsent(level.code(), level));
        return levels;
    }

    private static Map<String, Named> kinds(StandardPack pack) {
        Map<String, Named> kinds = new LinkedHashMap<>();
        pack.applicantKinds().forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }

    private record Words(String name, String nameEn) implements Named {
    }

    private Map<String, Named> coded(String group, List<String> codes) {
        Map<String, Named> choices = new LinkedHashMap<>();
        codes.forEach(code -> choices.put(code, new Words(texts.of(Language.CHINESE, "claim." + group + "." + code),
                texts.of(Language.ENGLISH, "claim." + group + "." + code))));
        return choices;
    }

    private Column choice(String path, List<? extends Named> things, boolean required) {
        Map<String, Named> choices = new LinkedHashMap<>();
        things.forEach(thing -> choices.put(code(thing), thing));
        return choice(path, choices);
    }

    private static String code(Named thing) {
        return thing instanceof org.zhiping.standard.Level level ? level.code() : ((org.zhiping.standard.Direction) thing).code();
    }

    /** A cell may also say the code, or half of a name such as 四级/中级工. */
    private Column choice(String path, Map<String, Named> choices) {
        Map<String, String> codes = new LinkedHashMap<>();
        choices.forEach((code, thing) -> {
            codes.put(Cells.plain(code), code);
            codes.put(Cells.plain(thing.name()), code);
            codes.put(Cells.plain(thing.in(Language.ENGLISH)), code);
        });
        choices.forEach((code, thing) -> Arrays.stream((thing.name() + "/" + thing.in(Language.ENGLISH)).split("/"))
                .forEach(half -> codes.putIfAbsent(Cells.plain(half), code)));
        return new Column(path, Kind.CHOICE, words(Language.CHINESE, path), words(Language.ENGLISH, path), codes,
                choices.values().stream().map(Named::name).toList(),
                choices.values().stream().map(thing -> thing.in(Language.ENGLISH)).toList(), REQUIRED.contains(path) || SUBJECT.contains(path));
    }

    /** {@code jobs[0].from} is worded by {@code group.column.jobs.from}, which is told the number 1. */
    private String words(Locale locale, String path) {
        String key = path.replaceAll("\\[\\d+]", "");
        String known = texts.orElse(locale, "group.column." + key, "").isEmpty() ? "claim.field." : "group.column.";
        String index = path.contains("[") ? path.substring(path.indexOf('[') + 1, path.indexOf(']')) : "0";
        return texts.of(locale, known + key, String.valueOf(Integer.parseInt(index) + 1));
    }

    private Map<String, List<String>> aliases(List<Column> known) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        known.stream().filter(column -> !column.path().contains("[")).forEach(column -> aliases.put(column.path(),
                IntStream.rangeClosed(1, MOST_ALIASES)
                        .mapToObj(i -> texts.orElse(Language.CHINESE, "group.alias." + column.path() + "." + i, "")).filter(alias -> !alias.isEmpty()).toList()));
        return aliases;
    }
}

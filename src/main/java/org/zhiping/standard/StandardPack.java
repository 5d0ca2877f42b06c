package org.zhiping.standard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiping.platform.Language;

/**
 * One edition of one standard as data, read from {@code standards/<standard>/<edition>/*.yaml}. Null means that the
 * standard is silent; then {@link #parameters()} has a line that the institution fills for each round.
 *
 * @param titleEn       the product's translation, as are all English texts of a pack
 * @param conditionRule {@code ANY_ONE_OF} or {@code ALL_OF} the conditions of a level
 * @param functions     level → direction, or {@code ALL} → numbers of the functions that are examined
 * @param facts         the columns of the eligibility tables
 * @param relatedOccupationsOpen the list ends in 等 or leaves room for judgement, so that a person decides about an occupation that is
 *                      not on it; with {@code false} it counts as unrelated. {@code relatedMajorsOpen} likewise
 * @param rubric        abilities to be judged, section by section; a part that is judged by them says {@code rubric: items}
 */
public record StandardPack(String standard, String edition, String name, String nameEn, String title, String titleEn, Origin origin,
                           List<ApplicantKind> applicantKinds, List<Level> levels, List<Direction> directions,
                           Map<String, Map<String, List<Integer>>> functions, List<Part> parts, Scoring scoring,
                           List<StaffingRatio> staffing, String conditionRule, List<Condition> conditions,
                           List<MaterialKind> materials, List<String> relatedOccupations, List<String> relatedMajors,
                           List<Clause> clauses, List<ParameterSpec> parameters, List<WorkFunction> work,
                           List<RubricSection> rubric, List<FactSpec> facts, Boolean relatedOccupationsOpen, Boolean relatedMajorsOpen) implements Named {

    public static final String ANY_DIRECTION = "ALL";

    public StandardPack {
        applicantKinds = Lists.copy(applicantKinds);
        levels = Lists.copy(levels);
        directions = Lists.copy(directions);
        functions = functions == null ? Map.of() : Map.copyOf(functions);
        parts = Lists.copy(parts);
        staffing = Lists.copy(staffing);
        conditions = Lists.copy(conditions);
        materials = Lists.copy(materials);
        relatedOccupations = Lists.copy(relatedOccupations);
        relatedMajors = Lists.copy(relatedMajors);
        clauses = Lists.copy(clauses);
        parameters = Lists.copy(parameters);
        work = Lists.copy(work);
        rubric = Lists.copy(rubric);
        facts = Lists.copy(facts);
        relatedOccupationsOpen = relatedOccupationsOpen == null || relatedOccupationsOpen;
        relatedMajorsOpen = relatedMajorsOpen == null || relatedMajorsOpen;
    }

    public Optional<Level> level(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    public Optional<FactSpec> fact(String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    public Optional<Direction> direction(String code) {
        return directions.stream().filter(direction -> direction.code().equals(code)).findFirst();
    }

    public Optional<Part> part(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    public Optional<MaterialKind> material(String code) {
        return materials.stream().filter(material -> material.code().equals(code)).findFirst();
    }

    /** The conditions behind an id of the eligibility decision: the one of that id, or all its lettered parts. */
    public List<Condition> conditions(String id) {
        return conditions.stream()
                .filter(condition -> condition.id().equals(id) || condition.id().startsWith(id + "-")).toList();
    }

    /** What the conditions behind an id say, in the standard's words or their translation. */
    public String conditionText(String id, Locale locale) {
        return conditions(id).stream().map(condition -> condition.in(locale))
                .collect(Collectors.joining(Language.of(locale).equals(Language.ENGLISH) ? "; " : "；"));
    }

    public List<Direction> directionsAt(String level) {
        return directions.stream().filter(direction -> direction.levels().contains(level)).toList();
    }

    /** Numbers of the functions examined at this level in this direction; empty where the standard has none. */
    public List<Integer> functionsOf(String level, String direction) {
        Map<String, List<Integer>> ofLevel = functions.getOrDefault(level, Map.of());
        return ofLevel.getOrDefault(direction, ofLevel.getOrDefault(ANY_DIRECTION, List.of()));
    }

    /**
     * True when a part is judged by work functions that differ by direction, so that each direction sits it apart. A
     * theory paper may serve them all.
     */
    public boolean judgesDirectionsApart(String level, String part) {
        return directionsDifferAt(level) && part(part).filter(one -> Rubric.WORK.equals(one.rubric())).isPresent();
    }

    /** The functions examined at this level in this direction. */
    List<WorkFunction> work(String level, String direction) {
        List<Integer> examined = functionsOf(level, direction);
        return work.stream().filter(function -> function.level().equals(level) && examined.contains(function.number())).toList();
    }

    /** True when the functions differ by direction at this level, so that directions sit in separate sessions. */
    public boolean directionsDifferAt(String level) {
        return functions.containsKey(level) && !functions.get(level).containsKey(ANY_DIRECTION);
    }
}

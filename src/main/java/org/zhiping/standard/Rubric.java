package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one part is judged by at one level and in one direction, line by line. Where the institution has set weights, a
 * total is their weighted sum; where it has not, the total is the scorer's own and the lines are only notes.
 */
public record Rubric(List<Line> lines) {

    /** No line: the standard describes the part as a whole. */
    public static final Rubric NONE = new Rubric(List.of());

    /** The part is judged by the work functions 职业功能 of the level and direction. */
    public static final String WORK = "work";
    /** The part is judged by the items of the pack's {@code rubric}. */
    public static final String ITEMS = "items";

    /**
     * @param code    unique within the rubric, such as {@code 1} or {@code 5.1-a}
     * @param section heading under which the line stands; empty where the standard has none
     * @param judged  the skill requirements behind the line, content by content; empty where {@code name} says it all
     * @param weight  percent of the total; null where the institution has set no weights
     */
    public record Line(String code, String section, String name, List<Judged> judged, String clause, BigDecimal weight) {

        public Line {
            judged = Lists.copy(judged);
        }

        Line weighing(BigDecimal percent) {
            return new Line(code, section, name, judged, clause, percent);
        }
    }

    /** Work content 工作内容 with its skill requirements 技能要求. */
    public record Judged(String number, String name, List<String> skills) {

        public Judged {
            skills = Lists.copy(skills);
        }
    }

    public Rubric {
        lines = Lists.copy(lines);
    }

    /** The lines that the pack names as the source of this part, without weights. */
    static Rubric of(StandardPack pack, String level, String direction, String part) {
        return switch (pack.part(part).map(Part::rubric).orElse("")) {
            case WORK -> new Rubric(pack.work(level, direction).stream().map(Rubric::line).toList());
            case ITEMS -> new Rubric(pack.rubric().stream().flatMap(section -> section.items().stream()
                    .map(item -> new Line(item.id(), section.name(), item.text(), null, item.clause(), null))).toList());
            default -> NONE;
        };
    }

    private static Line line(WorkFunction function) {
        return new Line(String.valueOf(function.number()), "", function.name(), function.contents().stream()
                .map(content -> new Judged(content.number(), content.name(),
                        content.skills().stream().map(WorkFunction.Line::text).toList())).toList(), function.clause(), null);
    }

    /** @param percents by code, for every line */
    Rubric weighing(Map<String, BigDecimal> percents) {
        return new Rubric(lines.stream().map(line -> line.weighing(percents.get(line.code()))).toList());
    }

    public boolean weighted() {
        return lines.stream().anyMatch(line -> line.weight() != null);
    }

    public List<String> codes() {
        return lines.stream().map(Line::code).toList();
    }
}

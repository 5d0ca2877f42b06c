package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiping.platform.GivenPattern;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/**
 * Something that the standard leaves open and the institution settles for each round.
 *
 * @param clause            the clause that leaves it open; null when the standard does not touch the matter
 * @param why               what the standard says, or that it says nothing
 * @param pattern           regular expression of a text value
 * @param part              the part whose rubric lines are weighed; null for other matters
 * @param perLevel          one value a level, with the id {@code <id>.<level>}; weights have one a direction as well where
 *                          the functions differ, {@code <id>.<level>.<direction>}
 * @param reviewerMayDecide {@code reviewer-decides} is a value too: a person decides case by case
 * @param defaultValue      what holds when nothing is set; null when the round cannot open without a value
 */
public record ParameterSpec(String id, String name, String nameEn, Type type, String clause, String why, String whyEn, BigDecimal min,
                            BigDecimal max, String pattern, List<Choice> choices, String part, boolean perLevel,
                            boolean reviewerMayDecide, String defaultValue) implements Named {

    public static final String REVIEWER_DECIDES = "reviewer-decides";
    public static final String YES = "yes";
    public static final String NO = "no";

    private static final int MOST_DECIMALS = 2;

    /** How a value is written. Decimals have two places at most, a flag is {@code yes} or {@code no}, weights are {@code 1:30 2:70}. */
    public enum Type { INTEGER, DECIMAL, CHOICE, TEXT, FLAG, WEIGHTS }

    public ParameterSpec {
        choices = Lists.copy(choices);
    }

    /** The ids under which a round of these levels keeps values. */
    public List<String> ids(StandardPack pack, List<String> levels) {
        return perLevel ? levels.stream().flatMap(level -> ids(pack, level)).toList() : List.of(id);
    }

    private Stream<String> ids(StandardPack pack, String level) {
        return type == Type.WEIGHTS && pack.judgesDirectionsApart(level, part)
                ? pack.directionsAt(level).stream().map(direction -> id + "." + level + "." + direction.code())
                : Stream.of(id + "." + level);
    }

    /** A round cannot open while this has no value. */
    public boolean needed() {
        return defaultValue == null && type != Type.WEIGHTS;
    }

    public boolean isId(String key) {
        return perLevel ? key.startsWith(id + ".") : key.equals(id);
    }

    public boolean isNumber() {
        return type == Type.INTEGER || type == Type.DECIMAL;
    }

    /** Why the institution settles it, in the reader's language. */
    public String why(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) && whyEn != null ? whyEn : why;
    }

    /** What is wrong with a value, if anything. */
    public Optional<Refusal.Fault> fault(StandardPack pack, String key, String value) {
        if (reviewerMayDecide && REVIEWER_DECIDES.equals(value)) {
            return Optional.empty();
        }
        return switch (type) {
            case INTEGER -> number(key, value, 0);
            case DECIMAL -> number(key, value, MOST_DECIMALS);
            case CHOICE -> choices.stream().anyMatch(choice -> choice.code().equals(value))
                    ? Optional.empty() : wrong(key, "parameter-not-a-choice");
            case FLAG -> YES.equals(value) || NO.equals(value) ? Optional.empty() : wrong(key, "parameter-not-a-choice");
            case TEXT -> text(key, value);
            case WEIGHTS -> Weights.fault(key, name, value, weighed(pack, key).codes());
        };
    }

    private Optional<Refusal.Fault> text(String key, String value) {
        try {
            return pattern == null || GivenPattern.of(pattern).isWhole(value) ? Optional.empty() : wrong(key, "parameter-malformed");
        } catch (GivenPattern.TooCostly costly) {
            return wrong(key, "parameter-pattern-costly");
        }
    }

    /** The lines that the value under this key weighs. */
    public Rubric weighed(StandardPack pack, String key) {
        String[] place = key.substring(id.length() + 1).split("\\.");
        return Rubric.of(pack, place[0], place.length > 1 ? place[1] : "", part);
    }

    private Optional<Refusal.Fault> number(String key, String value, int decimals) {
        if (!value.matches("-?\\d{1,9}(\\.\\d{1," + MOST_DECIMALS + "})?")
                || new BigDecimal(value).stripTrailingZeros().scale() > decimals) {
            return wrong(key, decimals == 0 ? "parameter-not-an-integer" : "parameter-not-a-number");
        }
        BigDecimal number = new BigDecimal(value);
        if (min != null && number.compareTo(min) < 0) {
            return Optional.of(new Refusal.Fault(key, "parameter-too-small", in(Language.now()), min.toPlainString()));
        }
        if (max != null && number.compareTo(max) > 0) {
            return Optional.of(new Refusal.Fault(key, "parameter-too-large", in(Language.now()), max.toPlainString()));
        }
        return Optional.empty();
    }

    private Optional<Refusal.Fault> wrong(String key, String code) {
        return Optional.of(new Refusal.Fault(key, code, in(Language.now())));
    }
}

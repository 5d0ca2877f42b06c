package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.RuleTrace.CellTrace;

/**
 * Names of facts and of their values, and cells of a decision table in words. A fact that the pack does not name and a value that
 * the bundles do not know keep the table's own words, so that a column added by a process owner is explained too.
 */
@Component
public class FactTexts {

    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)\\s*(-?\\d+(?:\\.\\d+)?|facts\\.(\\w+))");
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Map<String, String> BOUND_CODES =
            Map.of(">=", "at-least", "<=", "at-most", ">", "more-than", "<", "less-than");

    private final MessageSource messages;

    FactTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The name of a fact in the language of the request; what a table asks beside the facts is called by its parameter's name. */
    public String label(StandardPack pack, String fact) {
        return known(pack, fact).orElse(fact);
    }

    private Optional<String> known(StandardPack pack, String fact) {
        Locale locale = Language.now();
        boolean twin = fact.endsWith(FactSpec.POSSIBLE) && pack.fact(fact).isEmpty();
        String id = twin ? fact.substring(0, fact.length() - FactSpec.POSSIBLE.length()) : fact;
        return pack.fact(id).map(spec -> twin ? text("standard.fact.possible", spec.in(locale), spec.in(locale)) : spec.in(locale))
                .or(() -> Optional.of(text("standard.fact." + fact, "")).filter(text -> !text.isEmpty()))
                .or(() -> pack.parameters().stream().filter(spec -> spec.id().equals(fact)).findFirst().map(spec -> spec.in(locale)));
    }

    /** A value of a fact in words, such as 应届毕业 for {@code final-year}. */
    public String value(String fact, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return text("standard.value.absent", "");
        }
        String plain = value.toString();
        return text("standard.fact." + fact + "." + plain, text("standard.value." + plain, plain));
    }

    EligibilityAnswer.Gap gap(StandardPack pack, CellTrace cell, Map<String, ?> facts) {
        return new EligibilityAnswer.Gap(cell.fact(), known(pack, cell.fact()).orElse(cell.label()),
                required(cell, facts), value(cell.fact(), cell.actual()), atLeast(cell, facts));
    }

    /** What is asked for. Where a row also takes what is not decided yet, that is not what it asks for. */
    private static List<String> words(String condition) {
        List<String> words = Arrays.stream(condition.split(",")).map(word -> word.strip().replace("\"", "")).toList();
        List<String> decided = words.stream().filter(word -> !word.equals(EligibilityAnswer.UNDETERMINED)).toList();
        return decided.isEmpty() ? words : decided;
    }

    private static Integer atLeast(CellTrace cell, Map<String, ?> facts) {
        Matcher bound = BOUND.matcher(cell.condition().strip());
        if (!bound.matches() || !bound.group(1).startsWith(">")) {
            return null;
        }
        Object limit = bound.group(3) == null ? new BigDecimal(bound.group(2)) : facts.get(bound.group(3));
        return limit instanceof Number number ? number.intValue() + (bound.group(1).equals(">") ? 1 : 0) : null;
    }

    /** True for a number that is asked to stay small, or to be just so. */
    static boolean isBounded(CellTrace cell) {
        Matcher bound = BOUND.matcher(cell.condition().strip());
        return cell.actual() instanceof Number && !(bound.matches() && bound.group(1).startsWith(">"));
    }

    private String required(CellTrace cell, Map<String, ?> facts) {
        String condition = cell.condition().strip();
        Matcher bound = BOUND.matcher(condition);
        if (bound.matches()) {
            Object limit = bound.group(3) == null ? bound.group(2) : value(bound.group(3), facts.get(bound.group(3)));
            return text("standard.required." + BOUND_CODES.get(bound.group(1)), condition, limit.toString());
        }
        if (WORDS.matcher(condition).matches()) {
            String or = text("standard.required.or", " / ");
            List<String> said = words(condition).stream().map(word -> value(cell.fact(), word)).toList();
            int last = said.size() - 1;
            return last < 1 ? said.get(0) : String.join(text("standard.required.comma", ", "), said.subList(0, last)) + or + said.get(last);
        }
        return condition;
    }

    private String text(String code, String otherwise, Object... args) {
        Locale locale = Language.now();
        return messages.getMessage(code, args, otherwise, locale);
    }
}

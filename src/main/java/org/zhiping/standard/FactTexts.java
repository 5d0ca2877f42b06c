package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                required(cell, facts), asksYes(cell) ? answer(cell.fact(), cell.actual()) : value(cell.fact(), cell.actual()), atLeast(cell, facts));
    }

    /** True for a question of yes or no that asks for yes. */
    private static boolean asksYes(CellTrace cell) {
        String condition = cell.condition().strip();
        return WORDS.matcher(condition).matches() && words(condition).anyMatch("yes"::equals);
    }

    private static Stream<String> words(String condition) {
        return Arrays.stream(condition.split(",")).map(word -> word.strip().replace("\"", ""));
    }

    /** 是 and 否 say nothing beside the name of a fact. */
    private String answer(String fact, Object value) {
        String plain = value == null ? "" : value.toString();
        return text("standard.fact." + fact + "." + plain, text("standard.answer." + plain, value(fact, value)));
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
        if (asksYes(cell)) {
            return text("standard.fact." + cell.fact() + ".yes", text("standard.required.yes", condition));
        }
        if (WORDS.matcher(condition).matches()) {
            String or = text("standard.required.or", " / ");
            return words(condition).map(word -> value(cell.fact(), word)).collect(Collectors.joining(or));
        }
        return condition;
    }

    private String text(String code, String otherwise, Object... args) {
        Locale locale = Language.now();
        return messages.getMessage(code, args, otherwise, locale);
    }
}

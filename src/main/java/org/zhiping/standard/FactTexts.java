package org.zhiping.standard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.RuleTrace.CellTrace;

/**
 * Names of facts and of their values, and cells of a decision table in words. A fact or value that the bundles do not
 * know keeps the table's own words, so that a column added by a process owner is explained too.
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

    /** The name of a fact in the language of the request. */
    public String label(String fact) {
        return text("standard.fact." + fact, fact);
    }

    /** A value of a fact in words, such as 应届毕业 for {@code final-year}. */
    public String value(String fact, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return text("standard.value.absent", "");
        }
        String plain = value.toString();
        return text("standard.fact." + fact + "." + plain, text("standard.value." + plain, plain));
    }

    EligibilityAnswer.Gap gap(CellTrace cell, Map<String, ?> facts) {
        return new EligibilityAnswer.Gap(cell.fact(), text("standard.fact." + cell.fact(), cell.label()),
                required(cell, facts), value(cell.fact(), cell.actual()));
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
            return Arrays.stream(condition.split(",")).map(word -> word.strip().replace("\"", ""))
                    .map(word -> value(cell.fact(), word)).collect(Collectors.joining(or));
        }
        return condition;
    }

    private String text(String code, String otherwise, Object... args) {
        Locale locale = Language.now();
        return messages.getMessage(code, args, otherwise, locale);
    }
}

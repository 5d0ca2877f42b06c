package org.zhiping.platform.process.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the few expressions that a model may hold: {@code ${bean.method(variables, literals)}}, {@code ${variable}}, or
 * comparisons of variables and literals joined by {@code &&} and {@code ||}. Anything else is no expression of ours:
 * the engine's language can reach any Java class.
 *
 * @param bean null unless this is a call
 */
record Expression(Kind kind, String bean, String method, int arity, List<String> variables, List<Comparison> comparisons) {

    enum Kind { CALL, VARIABLE, CONDITION }

    /** {@code variable == 'literal'} or {@code variable != 'literal'}. */
    record Comparison(String variable, boolean equal, String literal) {
    }

    private static final String NAME = "[a-z][a-zA-Z0-9]*";
    private static final String LITERAL = "'[^'\\\\${}#\"]*'|-?\\d{1,9}|true|false";
    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^${}#]*)}");
    private static final Pattern VARIABLE = Pattern.compile(NAME);
    private static final Pattern CALL = Pattern.compile("(" + NAME + ")\\.(" + NAME + ")\\(([^()]*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(?:(" + LITERAL + ")|(" + NAME + "))\\s*(,|$)");
    private static final Pattern TERM = Pattern.compile(
            "\\s*(" + NAME + ")(?:\\s*(==|!=)\\s*(?:(" + LITERAL + ")|(" + NAME + ")))?\\s*(&&|\\|\\||$)");

    /** True when the engine would evaluate something in this text. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static Optional<Expression> parse(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return Optional.empty();
        }
        String inner = whole.group(1).strip();
        if (isName(inner)) {
            return Optional.of(new Expression(Kind.VARIABLE, null, null, 0, List.of(inner), List.of()));
        }
        Matcher call = CALL.matcher(inner);
        return call.matches() ? call(call.group(1), call.group(2), call.group(3)) : condition(inner);
    }

    static boolean isName(String text) {
        return VARIABLE.matcher(text).matches() && !text.matches("true|false|null|empty|not|and|or|eq|ne|lt|gt|le|ge|div|mod|instanceof");
    }

    private static Optional<Expression> call(String bean, String method, String arguments) {
        List<String> variables = new ArrayList<>();
        int arity = 0;
        Matcher argument = ARGUMENT.matcher(arguments);
        boolean more = !arguments.isBlank();
        while (more) {
            if (!argument.lookingAt() || argument.group(2) != null && !isName(argument.group(2))) {
                return Optional.empty();
            }
            if (argument.group(2) != null) {
                variables.add(argument.group(2));
            }
            arity++;
            more = !argument.group(3).isEmpty();
            argument.region(argument.end(), arguments.length());
        }
        return Optional.of(new Expression(Kind.CALL, bean, method, arity, List.copyOf(variables), List.of()));
    }

    private static Optional<Expression> condition(String inner) {
        List<String> variables = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        Matcher term = TERM.matcher(inner);
        boolean more = true;
        while (more) {
            if (!term.lookingAt() || !isName(term.group(1)) || term.group(4) != null && !isName(term.group(4))) {
                return Optional.empty();
            }
            variables.add(term.group(1));
            if (term.group(4) != null) {
                variables.add(term.group(4));
            }
            if (term.group(3) != null) {
                comparisons.add(new Comparison(term.group(1), term.group(2).equals("=="), term.group(3).replace("'", "")));
            }
            more = !term.group(5).isEmpty();
            term.region(term.end(), inner.length());
        }
        return Optional.of(new Expression(Kind.CONDITION, null, null, 0, List.copyOf(variables), List.copyOf(comparisons)));
    }
}

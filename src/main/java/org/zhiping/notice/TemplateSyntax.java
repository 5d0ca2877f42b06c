package org.zhiping.notice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of FreeMarker that a process owner may use: a value, a condition, a list of the lines of a value, a comment. Whatever is not
 * on the list is refused before FreeMarker sees it. An expression has neither {@code <}, {@code >}, braces nor backslashes (but for a
 * line end), so that where it ends is the same here and there; it has no dot, bracket, number range or assignment, so that nothing can
 * be reached or made but the values of the notice.
 */
final class TemplateSyntax {

    /** Lists in lists cost the product of their lengths. */
    private static final int DEEPEST_LIST = 2;
    /** Both readers go down one step for each of these, and the stack has an end. */
    private static final int DEEPEST = 20;
    private static final int LONGEST_EXPRESSION = 500;
    private static final Set<String> BUILT_INS = Set.of("has_content", "trim", "upper_case", "lower_case", "cap_first", "uncap_first",
            "length", "size", "split", "index", "counter", "then", "contains", "starts_with", "ends_with");
    private static final Set<String> WITH_ARGUMENTS = Set.of("split", "then", "contains", "starts_with", "ends_with");
    private static final Set<String> WORDS = Set.of("true", "false");
    private static final Pattern PLACE = Pattern.compile(
            "<#--.*?-->|\\$\\{([^}]*)}|<(/?)#([a-z]+)((?:\\s[^>]*)?)>|\\$\\{|#\\{|</?[#@]", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\\s+|([A-Za-z_][A-Za-z0-9_]*)|\\d{1,6}|\"(?:[^\"\\\\$#{}<>\\n]|\\\\n)*\""
            + "|'(?:[^'\\\\$#{}<>\\n]|\\\\n)*'|\\?\\?|\\?|&&|\\|\\||==|!=|[!(),+]");
    private static final Pattern LIST = Pattern.compile("(.*)\\sas\\s+([A-Za-z_][A-Za-z0-9_]*)\\s*", Pattern.DOTALL);

    private record Open(String directive, int at, String variable) {
    }

    private final String source;
    private final Collection<String> variables;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder text;

    private TemplateSyntax(String source, Collection<String> variables) {
        this.source = source;
        this.variables = variables;
        this.text = new StringBuilder(source);
        read();
    }

    /** @param variables that the notice has, or null for any */
    static TemplateSyntax of(String source, Collection<String> variables) {
        return new TemplateSyntax(source, variables);
    }

    List<TemplateFault> faults() {
        return faults;
    }

    /** Names of values, as far as they could be read. */
    Set<String> used() {
        return used;
    }

    /** What is left for the reader, each character where it was: values are {@code \u0001}, all else of FreeMarker is blank. */
    String text() {
        return text.toString();
    }

    private void read() {
        Matcher place = PLACE.matcher(source);
        while (place.find()) {
            String said = place.group();
            if (said.startsWith("<#--")) {
                blank(place, ' ');
            } else if (place.group(1) != null) {
                expression(place.group(1), place.start(1));
                blank(place, '\u0001');
            } else if (place.group(3) != null) {
                directive(place);
                blank(place, ' ');
            } else {
                fault(place.start(), said.equals("${") ? "open-value" : "forbidden", said);
            }
        }
        open.forEach(left -> fault(left.at(), "not-closed", left.directive()));
    }

    private void blank(Matcher place, char with) {
        for (int i = place.start(); i < place.end(); i++) {
            if (source.charAt(i) != '\n') {
                text.setCharAt(i, with);
            }
        }
    }

    private void directive(Matcher place) {
        String name = place.group(3);
        String rest = place.group(4);
        boolean bare = rest.isBlank();
        if (!place.group(2).isEmpty()) {
            close(name, bare, place.start());
            return;
        }
        switch (name) {
            case "if" -> {
                expression(rest, place.start(4));
                open.push(new Open("if", place.start(), null));
                if (open.size() > DEEPEST) {
                    fault(place.start(), "too-deep", "<#if>");
                }
            }
            case "elseif" -> {
                inside("if", name, place.start());
                expression(rest, place.start(4));
            }
            case "else" -> {
                if (open.isEmpty() || !bare) {
                    fault(place.start(), "misplaced", "<#else>");
                }
            }
            case "sep" -> inside("list", name, place.start());
            case "list" -> list(rest, place);
            default -> fault(place.start(), "forbidden", "<#" + name + ">");
        }
    }

    private void inside(String directive, String name, int at) {
        if (open.isEmpty() || !open.peek().directive().equals(directive)) {
            fault(at, "misplaced", "<#" + name + ">");
        }
    }

    private void list(String rest, Matcher place) {
        Matcher parts = LIST.matcher(rest);
        if (!parts.matches()) {
            fault(place.start(), "list", "");
            open.push(new Open("list", place.start(), null));
            return;
        }
        expression(parts.group(1), place.start(4));
        if (variables != null && variables.contains(parts.group(2))) {
            fault(place.start(4) + parts.start(2), "name-taken", parts.group(2));
        }
        open.push(new Open("list", place.start(), parts.group(2)));
        if (open.stream().filter(each -> each.directive().equals("list")).count() > DEEPEST_LIST) {
            fault(place.start(), "too-deep", "<#list>");
        }
    }

    private void close(String name, boolean bare, int at) {
        if (!bare || open.isEmpty() || !open.peek().directive().equals(name)) {
            if (!name.equals("sep")) {
                fault(at, "misplaced", "</#" + name + ">");
            }
        } else {
            open.pop();
        }
    }

    private void expression(String expression, int start) {
        if (expression.isBlank()) {
            fault(start, "empty-value", "");
            return;
        }
        if (expression.length() > LONGEST_EXPRESSION || expression.chars().filter(c -> c == '(').count() > DEEPEST) {
            fault(start, "long-expression", "");
            return;
        }
        Matcher token = TOKEN.matcher(expression);
        List<MatchResult> tokens = new ArrayList<>();
        for (int at = 0; at < expression.length(); at = token.end()) {
            if (!token.find(at) || token.start() != at) {
                fault(start + at, "expression", expression.substring(at, Math.min(expression.length(), at + 12)));
                return;
            }
            if (!token.group().isBlank()) {
                tokens.add(token.toMatchResult());
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            judge(tokens, i, start);
        }
    }

    private void judge(List<MatchResult> tokens, int i, int start) {
        String word = tokens.get(i).group();
        boolean name = tokens.get(i).group(1) != null;
        int at = start + tokens.get(i).start();
        if (name && said(tokens, i - 1).equals("?")) {
            if (!BUILT_INS.contains(word)) {
                fault(at, "forbidden", "?" + word);
            } else if (word.equals("split") && !(said(tokens, i + 1).equals("(") && said(tokens, i + 2).matches("(?s)[\"'].*") && said(tokens, i + 3).equals(")"))) {
                fault(at, "split", "");
            }
        } else if (name && !WORDS.contains(word)) {
            value(word, at);
        } else if (word.equals("(") && called(tokens, i - 1) || !name && said(tokens, i - 1).equals("?")) {
            fault(at, "expression", word);
        }
    }

    /** Whether what stands before a bracket is called with it, and may not be. */
    private static boolean called(List<MatchResult> tokens, int i) {
        boolean builtIn = said(tokens, i - 1).equals("?");
        return builtIn ? !WITH_ARGUMENTS.contains(said(tokens, i)) : said(tokens, i).matches("(?s)[\\w)\"'].*");
    }

    private static String said(List<MatchResult> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).group();
    }

    private void value(String word, int at) {
        if (open.stream().noneMatch(each -> word.equals(each.variable()))) {
            used.add(word);
            if (variables != null && !variables.contains(word)) {
                fault(at, "unknown", word);
            }
        }
    }

    private void fault(int at, String code, String detail) {
        faults.add(TemplateFault.at(source, at, code, detail.strip()));
    }
}

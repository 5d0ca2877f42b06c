package org.zhiping.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What holds of a page in either language: it speaks that language and no other. On an English page Chinese stands only
 * in elements marked {@code lang="zh-CN"}; on a Chinese page Latin letters outside of marked elements are codes, file names, account ids or names of products.
 */
final class OneLanguage {

    private static final Pattern PIECE = Pattern.compile("<!--.*?-->|<!DOCTYPE[^>]*>|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>|[^<]+", Pattern.DOTALL);
    private static final Pattern LANG = Pattern.compile("\\slang=\"([^\"]*)\"");
    private static final Pattern SAID = Pattern.compile("\\s(?:title|alt|placeholder|aria-label|data-label|value)=\"([^\"]*)\"");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");
    private static final Pattern ENGLISH = Pattern.compile("(?<![A-Za-z0-9._/@{:-])(?:[A-Z][a-z]{2,}|[a-z]{3,})(?![A-Za-z0-9_/@}:-]|\\.[a-z])");
    private static final Set<String> NAMES = Set.of("Camunda", "Cockpit", "Tasklist", "English", "undated", "min", "sample");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img", "hr", "rect");

    private final Deque<String> elements = new ArrayDeque<>();
    private final Deque<String> languages = new ArrayDeque<>();
    private final List<String> strange = new ArrayList<>();
    private final Set<String> names = new HashSet<>(NAMES);

    private OneLanguage(Set<String> ids) {
        names.addAll(ids);
    }

    /** @param ids account ids, which are codes that look like words */
    static void check(String path, String html, Set<String> ids) {
        OneLanguage page = new OneLanguage(ids);
        PIECE.matcher(html).results().forEach(piece -> page.read(piece.group(), piece.group(1), piece.group(2), piece.group(3)));
        assertThat(page.strange).as("in another language on %s", path).isEmpty();
    }

    private void read(String piece, String closing, String name, String attributes) {
        if (name == null) {
            if (!piece.startsWith("<") && !languages.isEmpty()) {
                judge(piece);
            }
        } else if (!closing.isEmpty()) {
            while (!elements.isEmpty() && !elements.pop().equals(name)) {
                languages.pop();
            }
            languages.pop();
        } else {
            open(name, attributes);
        }
    }

    private void open(String name, String attributes) {
        Matcher own = LANG.matcher(attributes);
        elements.push(name);
        languages.push(own.find() ? own.group(1) : languages.isEmpty() ? "" : languages.peek());
        if (!name.equals("meta") && !attributes.contains("type=\"hidden\"")) {
            said(name, attributes).forEach(this::judge);
        }
        if (VOID.contains(name) || attributes.endsWith("/")) {
            elements.pop();
            languages.pop();
        }
    }

    /** The value of a button or choice is a code. */
    private static Stream<String> said(String name, String attributes) {
        boolean coded = name.equals("button") || name.equals("option") || name.equals("select") || attributes.contains("type=\"radio\"")
                || attributes.contains("type=\"checkbox\"");
        return SAID.matcher(attributes).results().filter(said -> !coded || !said.group().contains("value=")).map(said -> said.group(1));
    }

    private void judge(String text) {
        if (!languages.peek().equals(languages.peekLast())) {
            return;
        }
        boolean english = languages.peek().equals("en");
        Pattern other = english ? CHINESE : ENGLISH;
        if (other.matcher(text.replaceAll("&#?\\w+;", " ")).results().anyMatch(found -> english || !names.contains(found.group()))) {
            strange.add(text.strip());
        }
    }
}

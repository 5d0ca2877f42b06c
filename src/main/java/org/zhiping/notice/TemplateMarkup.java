package org.zhiping.notice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML that a notice may have: paragraphs, lists, emphasis, and links to pages of this installation. */
final class TemplateMarkup {

    private static final Set<String> ELEMENTS = Set.of("p", "br", "blockquote", "dl", "dt", "dd", "ul", "ol", "li", "strong", "em", "a", "h3");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)([^<>]*)>|<");
    /** A path; what is filled in can only stand behind its first step, so that no other host comes of it. */
    private static final Pattern LINK = Pattern.compile("\\s+href=\"/[A-Za-z][A-Za-z0-9\\u0001/_.?=&;#%-]*\"\\s*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?://|/\\\\)\\S*|(?:javascript|data|vbscript|mailto):\\S*|\\bwww\\.\\S+");

    private record Open(String element, int at) {
    }

    private TemplateMarkup() {
    }

    /** @param text of {@link TemplateSyntax#text} */
    static List<TemplateFault> faults(String text) {
        List<TemplateFault> faults = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String element = tag.group(2);
            String rest = element == null ? "" : tag.group(3);
            if (element == null || !ELEMENTS.contains(element)) {
                faults.add(TemplateFault.at(text, tag.start(), "html", tag.group().replace('\u0001', '…')));
            } else if (!tag.group(1).isEmpty()) {
                if (!rest.isBlank() || open.isEmpty() || !open.peek().element().equals(element)) {
                    faults.add(TemplateFault.at(text, tag.start(), "html-order", tag.group()));
                } else {
                    open.pop();
                }
            } else {
                if (element.equals("a") ? !LINK.matcher(rest).matches() : !rest.isBlank() && !(element.equals("br") && rest.strip().equals("/"))) {
                    faults.add(TemplateFault.at(text, tag.start(), element.equals("a") ? "link" : "html", tag.group().replace('\u0001', '…')));
                }
                if (!element.equals("br")) {
                    open.push(new Open(element, tag.start()));
                }
            }
        }
        open.forEach(left -> faults.add(TemplateFault.at(text, left.at(), "html-open", "<" + left.element() + ">")));
        return faults;
    }

    /** Addresses of other sites, which a mail program would turn into links. */
    static List<TemplateFault> addresses(String text, String own) {
        return ADDRESS.matcher(text).results().filter(found -> !found.group().equals(own) && !found.group().startsWith(own + "/"))
                .map(found -> TemplateFault.at(text, found.start(), "address", found.group().replace('\u0001', '…'))).toList();
    }
}

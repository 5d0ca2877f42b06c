package org.zhiping.platform.web;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiping.platform.Language;

/** Marks what stands in the other language on a page, such as a name that somebody typed, so that it is read aloud as what it is. */
final class ForeignWords {

    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]\\S*");
    /** Two words at least: one alone may be a code or a product's name. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]*)+");

    /** What stands outside of tags. */
    private static final Pattern TEXT = Pattern.compile("(?<![^>])[^<]+");

    private ForeignWords() {
    }

    /** The text, escaped, each foreign word or phrase of it in an element of its own. */
    static TemplateHTMLOutputModel marked(String text) throws TemplateModelException {
        return markedHtml(HTMLOutputFormat.INSTANCE.escapePlainText(text));
    }

    /** The same for what is HTML already. */
    static TemplateHTMLOutputModel markedHtml(String html) throws TemplateModelException {
        String marked = TEXT.matcher(html).replaceAll(text -> Matcher.quoteReplacement(
                foreign(text.group()).replaceAll(words -> Matcher.quoteReplacement("<span" + lang() + ">" + words.group() + "</span>"))));
        return HTMLOutputFormat.INSTANCE.fromMarkup(marked);
    }

    /** The attribute for an element whose own attributes hold this text; nothing where the text is in the language of the page. */
    static TemplateHTMLOutputModel attribute(String text) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(foreign(text).find() ? lang() : "");
    }

    private static Matcher foreign(String text) {
        return (Language.english() ? CHINESE : ENGLISH).matcher(text);
    }

    private static String lang() {
        return " lang=\"" + (Language.english() ? Language.CHINESE : Language.ENGLISH).toLanguageTag() + "\"";
    }
}

package org.zhiping.platform.web;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiping.platform.Language;

/** Marks what stands in Chinese on an English page, such as a name that somebody typed, so that it is read aloud as Chinese. */
final class ChineseWords {

    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]\\S*");
    private static final String LANG = " lang=\"" + Language.CHINESE.toLanguageTag() + "\"";

    private ChineseWords() {
    }

    /** The text, escaped, each Chinese word of it in an element of its own. */
    static TemplateHTMLOutputModel marked(String text) throws TemplateModelException {
        if (!Language.english()) {
            return HTMLOutputFormat.INSTANCE.fromPlainTextByEscaping(text);
        }
        StringBuilder html = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int from = 0;
        while (word.find()) {
            html.append(escaped(text.substring(from, word.start())));
            html.append("<span").append(LANG).append('>').append(escaped(word.group())).append("</span>");
            from = word.end();
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(html.append(escaped(text.substring(from))).toString());
    }

    /** The attribute for an element whose own attributes hold this text; nothing where it is not in Chinese. */
    static TemplateHTMLOutputModel attribute(String text) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(Language.english() && WORD.matcher(text).find() ? LANG : "");
    }

    private static String escaped(String text) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.escapePlainText(text);
    }
}

package org.zhiping.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Texts;

/** The page of the archive that people read: every section as nested lists, with titles where the texts know them. */
@Component
class DataPage {

    /** One section. */
    record Part(String section, JsonNode data) {
    }

    private final Texts texts;
    private final Institution institution;

    DataPage(Texts texts, Institution institution) {
        this.texts = texts;
        this.institution = institution;
    }

    String of(Locale language, List<Part> parts, List<String> left) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(language.toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(texts.of(language, "privacy.mine"))).append("</title></head><body>\n<h1>")
                .append(escape(texts.of(language, "privacy.mine"))).append("</h1><p>").append(escape(institution.name(language))).append("</p>\n");
        for (Part part : parts) {
            page.append("<h2>").append(escape(texts.of(language, "held." + part.section()))).append("</h2>\n");
            value(page, language, part.section(), part.data());
        }
        if (!left.isEmpty()) {
            page.append("<h2>").append(escape(texts.of(language, "privacy.mine.left"))).append("</h2><ul>");
            left.forEach(name -> page.append("<li>").append(escape(name)).append("</li>"));
            page.append("</ul>");
        }
        return page.append("</body></html>\n").toString();
    }

    private void value(StringBuilder page, Locale language, String section, JsonNode value) {
        if (value == null || value.isNull() || value.isContainerNode() && value.isEmpty()) {
            page.append("<p>").append(escape(texts.of(language, "privacy.mine.nothing"))).append("</p>\n");
        } else if (value.isArray()) {
            page.append("<ol>");
            value.forEach(one -> {
                page.append("<li>");
                value(page, language, section, one);
                page.append("</li>\n");
            });
            page.append("</ol>");
        } else if (value.isObject()) {
            page.append("<dl>");
            value.fields().forEachRemaining(field -> field(page, language, section, field.getKey(), field.getValue()));
            page.append("</dl>");
        } else {
            page.append(escape(value.asText()));
        }
    }

    private void field(StringBuilder page, Locale language, String section, String name, JsonNode value) {
        if (value.isNull() || value.isTextual() && value.asText().isEmpty() || value.isContainerNode() && value.isEmpty()) {
            return;
        }
        String title = texts.orElse(language, "held.field." + name, name);
        page.append("<dt>").append(escape(texts.orElse(language, "held." + section + "." + name, title))).append("</dt><dd>");
        value(page, language, section, value);
        page.append("</dd>\n");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

package org.zhiping.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiping.notice.NoticeEditing.Edit;
import org.zhiping.notice.TemplateText;
import org.zhiping.notice.TemplateVersion;
import org.zhiping.platform.Language;
import org.zhiping.platform.web.PageForm;

/** The words of a notice as they stand in the fields of a page: {@code subject-zh-CN}, {@code body-en}, … */
record TypedNotice(Map<String, String> fields) {

    static PageForm shown(List<TemplateVersion> current) {
        Map<String, String> values = new HashMap<>();
        for (TemplateVersion version : current) {
            String tag = "-" + version.locale().toLanguageTag();
            values.putAll(Map.of("subject" + tag, version.text().subject(), "body" + tag, version.text().body(), "sms" + tag, version.text().sms(),
                    "seen" + tag, String.valueOf(version.version())));
        }
        return PageForm.of(values);
    }

    TemplateText text(Locale locale) {
        String tag = "-" + locale.toLanguageTag();
        return new TemplateText(fields.get("subject" + tag), fields.get("body" + tag), fields.get("sms" + tag));
    }

    int seen(Locale locale) {
        String seen = fields.getOrDefault("seen-" + locale.toLanguageTag(), "");
        return seen.matches("\\d{1,8}") ? Integer.parseInt(seen) : -1;
    }

    /** What differs from what the person had before them. */
    List<Edit> edits(List<TemplateVersion> seen) {
        List<Edit> edits = new ArrayList<>();
        for (Locale locale : Language.ALL) {
            TemplateText before = seen.stream().filter(version -> version.locale().equals(locale) && version.version() == seen(locale))
                    .findFirst().map(TemplateVersion::text).orElse(null);
            if (!text(locale).equals(before)) {
                edits.add(new Edit(locale, text(locale), seen(locale)));
            }
        }
        return edits;
    }
}

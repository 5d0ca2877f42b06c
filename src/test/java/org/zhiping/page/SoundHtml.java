package org.zhiping.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What holds of every page, read from its HTML: nothing inline, landmarks, ids once, every field labelled. */
public final class SoundHtml {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern LABEL = Pattern.compile("<label for=\"([^\"]+)\"|<label class=\"[^\"]*\" for=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b(?![^>]*type=\"hidden\")[^>]*>");
    private static final Pattern OWN_ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern FAULT_LINK = Pattern.compile("<li><a href=\"#([^\"]*)\"");

    private SoundHtml() {
    }

    public static void check(String path, String html) {
        assertThat(html).as(path).contains("<main id=\"main\"").contains("<nav class=\"menu\"").contains("class=\"skip\"")
                .contains("name=\"viewport\"").doesNotContain(" style=\"").doesNotContain("<style").doesNotContain(" onclick=")
                .doesNotContain("javascript:").doesNotContainPattern("<script(?![^>]*src=)");
        List<String> ids = found(ID, html);
        assertThat(ids).as("ids of %s", path).doesNotHaveDuplicates();
        List<String> labels = LABEL.matcher(html).results().map(label -> label.group(1) == null ? label.group(2) : label.group(1)).toList();
        assertThat(ids).as("labelled fields of %s", path).containsAll(labels);
        FIELD.matcher(html).results().map(match -> match.group()).forEach(field ->
                assertThat(labels).as("label of %s on %s", field, path).contains(found(OWN_ID, field).toArray(String[]::new)));
        assertThat(ids).as("where the faults of %s lead", path).containsAll(found(FAULT_LINK, html));
    }

    private static List<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(match -> match.group(1)).toList();
    }
}

package org.zhiping.group;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/** Says what was found of a row, in the language of the request. */
@Component
class Words {

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    String change(GroupRow row) {
        return texts.of("group.change." + row.change());
    }

    String eligibility(GroupRow row) {
        return row.eligibility() == null ? "" : texts.of("group.eligibility." + row.eligibility());
    }

    String result(GroupRow row) {
        return row.result() == null ? "" : texts.of("group.result." + row.result());
    }

    /** Each with the heading of its cell in front; what kept the row from being taken over or handed in last. */
    List<String> faults(GroupRow row, Columns columns) {
        Stream<Note> refused = row.said() == null ? Stream.of() : row.said().stream();
        return Stream.concat(row.report().faults().stream().map(fault -> headed(fault, columns)), refused.map(Note::text)).toList();
    }

    private String headed(Note fault, Columns columns) {
        return columns.at(fault.path()).map(column -> texts.of("group.fault", column.heading(Language.now()), fault.text())).orElse(fault.text());
    }
}

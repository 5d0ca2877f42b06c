package org.zhiping.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What one feature keeps about a person. Together these beans are the copy of everything that the person may take away, so each leaves
 * out what concerns others: names and opinions of staff, scores that are not told yet.
 */
public interface HeldData {

    /** Lower-case name of the section, also of its file; its title is the text {@code held.<section>} in both languages. */
    String section();

    /**
     * Records, maps and lists that read well as JSON; empty or null when nothing is held. Field names are titled by the texts
     * {@code held.<section>.<field>} or {@code held.field.<field>} where there are such.
     *
     * @param account the person's account id
     */
    Object of(String account);

    /** Files that belong to the section; each is opened when its turn comes, and streamed. */
    default List<HeldFile> files(String account) {
        return List.of();
    }

    /** @param name with a folder where that helps, as {@code ZP202600000001/id-copy.pdf}; made unique and safe by whoever packs it */
    record HeldFile(String name, Content content) {
    }

    /** Opens the file's content. */
    interface Content {
        InputStream open() throws IOException;
    }
}

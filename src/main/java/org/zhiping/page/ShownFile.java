package org.zhiping.page;

import org.zhiping.document.Previews;
import org.zhiping.intake.AttachedFile;

/** A file that a page shows as a picture, page by page. */
public record ShownFile(AttachedFile file, int page, int pages) {

    /** A page that there is not becomes the nearest one. A file that cannot be opened has no pages. */
    public static ShownFile of(AttachedFile file, int page, Previews previews) {
        int pages = file.opens() ? previews.pages(file.document()) : 0;
        return new ShownFile(file, Math.max(1, Math.min(page, pages)), pages);
    }
}

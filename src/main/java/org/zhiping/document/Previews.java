package org.zhiping.document;

import java.util.UUID;

/** Pages of stored files as pictures, which every browser and phone shows and in which nothing can act. */
public interface Previews {

    /** How many pages there are to look at; a picture has one. */
    int pages(UUID document);

    /**
     * A JPEG of at most {@value PagePictures#LONGEST_SIDE} pixels a side, upright; made when it is first asked for.
     *
     * @param page from 1
     * @throws org.zhiping.platform.Refusal (NOT_FOUND; CONFLICT when it cannot be made within its limits of time and memory)
     */
    byte[] page(UUID document, int page);
}

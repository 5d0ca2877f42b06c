package org.zhiping.document;

import java.io.IOException;
import java.io.InputStream;

/** The plain bytes of a stored file, read where they are needed; never as a whole, and never laid on a disk. */
interface Content {

    long size();

    /** @return how many bytes were read, at least one; -1 at or beyond the end */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    default InputStream stream() {
        return new ContentStream(this);
    }

    /** The first bytes, by which a type is told. */
    default byte[] head(int most) throws IOException {
        return stream().readNBytes(most);
    }
}

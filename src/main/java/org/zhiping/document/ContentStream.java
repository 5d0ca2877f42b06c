package org.zhiping.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A content from its beginning to its end. Skipping costs nothing, so that a range is read without what lies before it. */
class ContentStream extends InputStream {

    private final Content content;
    private long position;

    ContentStream(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int count = content.read(position, into, offset, length);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, content.size() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, content.size() - position);
    }
}

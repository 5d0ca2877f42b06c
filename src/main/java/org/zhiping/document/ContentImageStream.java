package org.zhiping.document;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** A content as a picture reader reads it; the JDK's own streams would lay a copy into the folder for temporary files. */
class ContentImageStream extends ImageInputStreamImpl {

    private final Content content;

    ContentImageStream(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        setBitOffset(0);
        if (length == 0) {
            return 0;
        }
        int count = content.read(streamPos, into, offset, length);
        streamPos += Math.max(count, 0);
        return count;
    }

    @Override
    public long length() {
        return content.size();
    }
}

package org.zhiping.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhiping.platform.Sha256;

/** Holds what is read from beginning to end to the digest that was kept of it. A reader who skips is not held to it. */
class DigestedStream extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private final long size;
    private final String expected;
    private long read;

    DigestedStream(InputStream in, long size, String expected) {
        super(in);
        this.size = size;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            digest.update(into, offset, count);
            read += count;
            if (read == size && !HexFormat.of().formatHex(digest.digest()).equals(expected)) {
                throw new IOException("A stored file is not what was stored");
            }
        }
        return count;
    }
}

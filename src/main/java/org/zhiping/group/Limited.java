package org.zhiping.group;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.util.unit.DataSize;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** An archive on its way in, refused as soon as it is too large. */
final class Limited extends FilterInputStream {

    private final DataSize most;
    private long read;

    Limited(InputStream content, DataSize most) {
        super(content);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most.toBytes()) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Fault("archive", "archive-too-large", most.toMegabytes())));
        }
    }
}

package org.zhiping.group;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells after each read how many bytes have come in all; who is told may refuse more. */
final class CountedStream extends FilterInputStream {

    private final LongConsumer told;
    private long count;

    CountedStream(InputStream content, LongConsumer told) {
        super(content);
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        count += bytes;
        told.accept(count);
    }
}

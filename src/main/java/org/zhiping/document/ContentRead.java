package org.zhiping.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A content as PDFBox reads it. */
class ContentRead implements RandomAccessRead {

    private static final int BUFFER_BYTES = 8192;

    private final Content content;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferedFrom;
    private int buffered;
    private long position;
    private boolean closed;

    ContentRead(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        if (position < bufferedFrom || position >= bufferedFrom + buffered) {
            bufferedFrom = position;
            buffered = Math.max(0, content.read(position, buffer, 0, BUFFER_BYTES));
            if (buffered == 0) {
                return -1;
            }
        }
        return buffer[(int) (position++ - bufferedFrom)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = content.read(position, into, offset, length);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("There is no position " + to);
        }
        position = Math.min(to, content.size());
    }

    @Override
    public long length() {
        return content.size();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= content.size();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}

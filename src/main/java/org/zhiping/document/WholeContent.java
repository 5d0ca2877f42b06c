package org.zhiping.document;

/** A content in one piece, as earlier versions stored it (at most 10 MiB then). */
record WholeContent(byte[] bytes) implements Content {

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - (int) position);
        System.arraycopy(bytes, (int) position, into, offset, count);
        return count;
    }
}

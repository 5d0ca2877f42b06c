package org.zhiping.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A content in chunks, of which the few that were read last are at hand. For one reader at a time. */
class ChunkedContent implements Content {

    /** A PDF is read forth and back: its table of objects, an object, the next one. */
    private static final int AT_HAND = 4;

    private final JdbcChunks chunks;
    private final UUID document;
    private final long size;
    private final int chunkBytes;
    private final Map<Integer, byte[]> read = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > AT_HAND;
        }
    };

    ChunkedContent(JdbcChunks chunks, UUID document, long size, int chunkBytes) {
        this.chunks = chunks;
        this.document = document;
        this.size = size;
        this.chunkBytes = chunkBytes;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        int chunk = Math.toIntExact(position / chunkBytes);
        int from = (int) (position % chunkBytes);
        byte[] bytes = chunk(chunk);
        int count = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, into, offset, count);
        return count;
    }

    private byte[] chunk(int position) throws IOException {
        byte[] known = read.get(position);
        if (known != null) {
            return known;
        }
        int last = Math.toIntExact((size - 1) / chunkBytes);
        byte[] bytes = chunks.read(document, position, position == last);
        if (bytes.length != (position == last ? size - (long) last * chunkBytes : chunkBytes)) {
            throw new IOException("Chunk " + position + " of document " + document + " has a wrong length");
        }
        read.put(position, bytes);
        return bytes;
    }
}

package org.zhiping.platform;

import java.nio.ByteBuffer;

/**
 * What may be known of a key of the vault.
 *
 * @param prefixed whether what it seals begins with its id; the key of installations before version 2 has none
 * @param primary  whether it seals new data
 */
public record VaultKey(int id, boolean prefixed, boolean primary) {

    /** The first five bytes of whatever this key has sealed; empty for the key without. */
    public byte[] prefix() {
        return prefixed ? ByteBuffer.allocate(5).put((byte) 1).putInt(id).array() : new byte[0];
    }

    /** As people read it to each other. */
    public String name() {
        return "%08x".formatted(id);
    }
}

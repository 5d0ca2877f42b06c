package org.zhiping.sample;

import java.util.List;

/** The short messages that the sample institution has sent. */
interface Phone {

    /** @throws java.io.UncheckedIOException when it is not what the product posts */
    void keep(byte[] content);

    /** The newest hundred. */
    List<ShortMessage> newest();
}

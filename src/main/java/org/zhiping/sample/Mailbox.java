package org.zhiping.sample;

import java.util.List;
import java.util.Optional;

/** The mails that the sample institution has sent. */
interface Mailbox {

    void keep(byte[] content);

    /** The newest hundred. */
    List<ReceivedMail> newest();

    Optional<ReceivedMail> find(long id);
}

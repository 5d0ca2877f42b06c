package org.zhiping.consent;

import java.util.List;

/** Who agreed to the use of their personal data. An agreement counts while exactly that text is in force. */
public interface Consents {

    /** The text in force. */
    ConsentText text();

    /** Whether both agreements to the text in force are there, the person's own or declared for them. */
    boolean given(String account);

    /** Whether the person has given both themselves. */
    boolean givenByThemselves(String account);

    /** @throws org.zhiping.platform.Refusal (FORBIDDEN) when the person has not given both themselves */
    void require(String account);

    /** A person agrees to both. @throws org.zhiping.platform.Refusal (CONFLICT) when another version is in force meanwhile */
    void give(String account, String version);

    /** Somebody who applies for a group declares to hold this person's consent. @throws org.zhiping.platform.Refusal as {@link #give} */
    void declare(String account, String version, String by);

    /** A person takes back what was given or declared. Without effect where there is nothing in force. */
    void withdraw(String account);

    /** Newest first. */
    List<Consent> of(String account);
}

package org.zhiping.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner, settings {@code zhiping.clamav.*}.
 *
 * @param address     {@code zhiping.clamav.address}: host:port of a clamd; empty for none
 * @param unavailable {@code zhiping.clamav.unavailable}: what becomes of an upload while clamd does not answer
 * @param patience    {@code zhiping.clamav.patience}: how long clamd may take to answer
 */
@ConfigurationProperties("zhiping.clamav")
public record ClamavSettings(@DefaultValue("") String address, @DefaultValue("WAIT") Unavailable unavailable,
                             @DefaultValue("60s") Duration patience) {

    /** Keep it closed and ask again later, or refuse it. */
    public enum Unavailable { WAIT, REFUSE }
}

package org.zhiping.mail;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings {@code zhiping.digest.*}. @param at when digests go out, by the institution's clock */
@ConfigurationProperties("zhiping.digest")
record DigestSettings(@DefaultValue("08:00") LocalTime at) {
}

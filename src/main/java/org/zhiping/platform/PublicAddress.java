package org.zhiping.platform;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation, setting {@code zhiping.public-address}: what links in mails and QR codes on
 * paper begin with. It may have a path, and neither a query nor a name and password.
 */
@Component
public class PublicAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String base;

    /** @throws IllegalArgumentException when the setting is not an absolute http or https address */
    public PublicAddress(@Value("${zhiping.public-address:http://localhost:${server.port:8080}}") URI setting) {
        boolean usable = setting.getScheme() != null && SCHEMES.contains(setting.getScheme()) && setting.getHost() != null
                && setting.getRawUserInfo() == null && setting.getRawQuery() == null && setting.getRawFragment() == null;
        if (!usable) {
            throw new IllegalArgumentException("zhiping.public-address is not like https://zhiping.example.org: " + setting);
        }
        this.base = setting.toString().replaceFirst("/+$", "");
    }

    /** @param path from the first slash on, with its query, encoded as in a link */
    public URI of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Not a path of this installation: " + path);
        }
        return URI.create(base + path);
    }
}

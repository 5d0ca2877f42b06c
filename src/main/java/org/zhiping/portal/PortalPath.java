package org.zhiping.portal;

import java.util.regex.Pattern;

/** Where to go on after a detour: a page of the portal and nothing else. */
final class PortalPath {

    private static final Pattern PATH = Pattern.compile("/portal(/[A-Za-z0-9-]+)*");

    private PortalPath() {
    }

    /** @return the path without a query, or an empty text where it is no page of the portal */
    static String of(String asked) {
        return PATH.matcher(asked).matches() ? asked : "";
    }
}

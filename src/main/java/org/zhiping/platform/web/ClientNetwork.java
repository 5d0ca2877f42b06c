package org.zhiping.platform.web;

/** Whom a limit by address is about: one subscriber has a whole /64 of IPv6 addresses. */
public final class ClientNetwork {

    private ClientNetwork() {
    }

    public static String of(String clientAddress) {
        if (!clientAddress.contains(":")) {
            return clientAddress;
        }
        String[] halves = clientAddress.replaceFirst("%.*", "").split("::", 2);
        String[] head = halves[0].split(":");
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String group = i < head.length && !head[i].isEmpty() ? head[i] : "0";
            prefix.append(group.toLowerCase().replaceFirst("^0+(?=.)", "")).append(':');
        }
        return prefix.toString();
    }
}

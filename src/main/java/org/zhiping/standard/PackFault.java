package org.zhiping.standard;

import java.util.List;

/**
 * Something wrong with a line of a pack.
 *
 * @param path JSON Pointer of the value, such as {@code /parts/1/levels}
 * @param code of the text {@code refusal.pack-<code>}
 */
record PackFault(String path, String code, List<Object> args) {

    static PackFault at(String path, String code, Object... args) {
        return new PackFault(path, code, List.of(args));
    }

    @Override
    public String toString() {
        return path + ": " + code + (args.isEmpty() ? "" : " " + args);
    }
}

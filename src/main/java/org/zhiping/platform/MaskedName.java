package org.zhiping.platform;

/** What lists show of a person's name: the first character, and a star for each of the others. */
public final class MaskedName {

    private MaskedName() {
    }

    public static String of(String name) {
        int[] characters = name.strip().codePoints().toArray();
        return characters.length == 0 ? "" : Character.toString(characters[0]) + "*".repeat(Math.max(1, characters.length - 1));
    }
}

package org.zhiping.document;

/** A character that no embedded font has. The paper is not made: a name with a hole in it proves nothing. */
public class Unprintable extends RuntimeException {

    private final int codePoint;

    Unprintable(String field, int codePoint) {
        super("No font has U+%04X, needed for %s".formatted(codePoint, field));
        this.codePoint = codePoint;
    }

    /** Such as U+20000. */
    public String character() {
        return "U+%04X".formatted(codePoint);
    }
}

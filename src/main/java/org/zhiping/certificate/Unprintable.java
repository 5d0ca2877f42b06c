package org.zhiping.certificate;

/** A character that no embedded font has. The document is not made: a name with a hole in it proves nothing. */
class Unprintable extends RuntimeException {

    Unprintable(String field, int codePoint) {
        super("No font has U+%04X, needed for %s".formatted(codePoint, field));
    }
}

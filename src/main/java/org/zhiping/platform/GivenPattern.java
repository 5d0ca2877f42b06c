package org.zhiping.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a form or a standard brings along. Some of them take longer than anybody waits to say no, {@code (a+)+$} for
 * one, so each question to it ends after so many steps.
 */
public final class GivenPattern {

    private static final int MOST_STEPS = 2_000_000;
    /** Rounds that have to be gone whatever the text is, and take no step in it. */
    private static final long MOST_ROUNDS = 100_000_000;
    private static final Pattern ROUNDS = Pattern.compile("\\{(\\d{1,18})[,}]");

    private final Pattern pattern;

    private GivenPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException when it is none, or asks for too much whatever the text is */
    public static GivenPattern of(String expression) {
        try {
            GivenPattern given = new GivenPattern(Pattern.compile(expression));
            double rounds = ROUNDS.matcher(expression).results().mapToDouble(count -> Math.max(1, Long.parseLong(count.group(1))))
                    .reduce(1, (one, other) -> one * other);
            if (rounds > MOST_ROUNDS) {
                throw new PatternSyntaxException("Too many rounds", expression, -1);
            }
            return given;
        } catch (StackOverflowError deep) {
            throw new PatternSyntaxException("Nested too deeply", expression, -1);
        }
    }

    /** @throws TooCostly when it cannot be said within reason */
    public boolean isIn(String text) {
        return asked(text, false);
    }

    /** @throws TooCostly when it cannot be said within reason */
    public boolean isWhole(String text) {
        return asked(text, true);
    }

    private boolean asked(String text, boolean whole) {
        try {
            Matcher matcher = pattern.matcher(new Counted(text));
            return whole ? matcher.matches() : matcher.find();
        } catch (StackOverflowError deep) {
            throw new TooCostly();
        }
    }

    /** The pattern is at fault, or this text with it. */
    public static final class TooCostly extends RuntimeException {

        private TooCostly() {
            super("A pattern takes too long", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooCostly();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

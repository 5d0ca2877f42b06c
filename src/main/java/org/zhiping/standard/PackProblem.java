package org.zhiping.standard;

import java.util.List;
import org.zhiping.platform.Refusal;

/**
 * Something that a person who writes a pack has to look at.
 *
 * @param file    name within the pack; empty when the whole is meant
 * @param line    1 and up; 0 when no line is meant
 * @param warning true when the pack may be used all the same
 * @param code    of the text {@code refusal.<code>}
 */
public record PackProblem(String file, int line, boolean warning, String code, List<Object> args) {

    private static final int LONGEST = 160;

    public PackProblem {
        args = args.stream().<Object>map(arg -> cut(String.valueOf(arg))).toList();
    }

    /** At most part of one line of the file is ever repeated. */
    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Where it stands, such as {@code standard.yaml:12}. */
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }

    public Refusal.Fault fault() {
        return new Refusal.Fault(place(), code, args.toArray());
    }

    @Override
    public String toString() {
        return place() + " " + code + " " + args;
    }
}

package org.zhiping.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one pack; stops counting where nobody reads on. */
final class PackProblems {

    static final int MOST = 1000;

    private final List<PackProblem> found = new ArrayList<>();

    void error(String file, int line, String code, Object... args) {
        add(new PackProblem(file, line, false, "pack-" + code, Arrays.asList(args)));
    }

    void warning(String file, int line, String code, Object... args) {
        add(new PackProblem(file, line, true, "pack-" + code, Arrays.asList(args)));
    }

    void add(PackProblem problem) {
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> !problem.warning());
    }

    boolean hasErrorsIn(String file) {
        return found.stream().anyMatch(problem -> !problem.warning() && problem.file().equals(file));
    }

    /** By file, then by line. */
    List<PackProblem> all() {
        return found.stream().sorted(Comparator.comparing(PackProblem::file).thenComparingInt(PackProblem::line)).toList();
    }
}

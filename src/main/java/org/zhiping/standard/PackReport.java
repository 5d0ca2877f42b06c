package org.zhiping.standard;

import java.util.List;

/**
 * What came of a pack that somebody has sent.
 *
 * @param standard empty when the pack could not be read so far, as the next two
 * @param problems every error and warning, by file and line
 * @param version  number of the upload once it is stored; 0 when nothing was stored
 */
public record PackReport(String standard, String edition, String name, List<PackProblem> problems, int version) {

    public PackReport {
        problems = List.copyOf(problems);
    }

    static PackReport of(PackLint.Result result, int version) {
        StandardPack pack = result.pack();
        return new PackReport(pack == null ? "" : pack.standard(), pack == null ? "" : pack.edition(),
                pack == null ? "" : pack.name(), result.problems().all(), version);
    }

    public List<PackProblem> errors() {
        return problems.stream().filter(problem -> !problem.warning()).toList();
    }

    public List<PackProblem> warnings() {
        return problems.stream().filter(PackProblem::warning).toList();
    }

    public boolean stored() {
        return version > 0;
    }
}

package org.zhiping.group;

import java.util.List;
import java.util.Map;

/**
 * One line of a file: what it says, what was found, what became of it.
 *
 * @param phone       digest of the number by which the person takes the account over; null where there is none
 * @param person      null while the identity document is not valid
 * @param eligibility null while that cannot be told
 * @param missing     required materials that neither the archive nor the case has
 * @param result      IMPORTED, REFUSED, SUBMITTED or NOT_SUBMITTED; null before
 */
record GroupRow(int line, String person, String phone, String level, Map<String, String> cells, String digest, Change change, String eligibility,
                int missing, Report report, String account, String caseNumber, String result, List<Note> said) {

    /**
     * @param faults   that keep the row out
     * @param gaps     why its person is not, or not surely, eligible
     * @param required the materials asked for, each with the codes of which any one is enough
     * @param lacking  names of those that are missing
     */
    record Report(List<Note> faults, List<Note> gaps, List<List<String>> required, List<Note> lacking) {

        Report lacking(List<Note> names) {
            return new Report(faults, gaps, required, names);
        }
    }

    String cell(String path) {
        return cells.getOrDefault(path, "");
    }
}

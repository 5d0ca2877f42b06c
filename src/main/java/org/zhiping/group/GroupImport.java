package org.zhiping.group;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of applicants that an agent handed in.
 *
 * @param sheet   null once it was deleted after its time; @param archive null where there is none
 * @param total   rows or files of the present stage; 0 while that is not known
 * @param notes   what is to be said of the file as a whole
 * @param endedAt of the last stage; null while one runs
 */
record GroupImport(String number, String agent, String round, UUID sheet, String sheetName, UUID archive, String archiveName,
                   Instant declaredAt, State state, boolean cancelling, int total, List<Note> notes, Instant startedAt, Instant endedAt) {
}

package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cases of a decision file on the disk, read as those of an uploaded pack are. */
final class TestCases {

    private TestCases() {
    }

    static CaseTable read(Path file) {
        PackProblems problems = new PackProblems();
        try {
            CaseTable cases = CaseTable.read(file.toString(), Files.readString(file).replace("\uFEFF", ""), problems);
            assertThat(problems.all()).isEmpty();
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.zhiping.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseWritesWhereTheProgramsAre(@TempDir Path programs) throws Exception {
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
        EmbeddedDatabase.keepToOurselves(programs.toFile());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs))).isEqualTo("rwxr-xr-x");
    }
}

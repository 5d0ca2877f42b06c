package org.zhiping.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedServerTest {

    @TempDir
    Path folder;

    @Test
    void noFileMeansNoServer() throws Exception {
        assertThat(OrphanedServer.in(folder)).isEmpty();
    }

    @Test
    void aProcessThatIsNotPostgresIsNotAdopted() throws Exception {
        write(ProcessHandle.current().pid());
        assertThat(OrphanedServer.in(folder)).isEmpty();
    }

    @Test
    void aProcessThatIsGoneIsNotAdopted() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        write(gone.pid());
        assertThat(OrphanedServer.in(folder)).isEmpty();
    }

    @Test
    void aHalfWrittenFileIsNotTrusted() throws Exception {
        Files.writeString(folder.resolve("postmaster.pid"), "1\n");
        assertThat(OrphanedServer.in(folder)).isEmpty();
    }

    private void write(long pid) throws Exception {
        Files.write(folder.resolve("postmaster.pid"), List.of(String.valueOf(pid), folder.toString(), "0", "5432"));
    }
}

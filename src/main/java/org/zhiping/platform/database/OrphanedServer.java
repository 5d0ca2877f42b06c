package org.zhiping.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A postmaster that still serves a data directory although the process that started it is gone. */
record OrphanedServer(long pid, int port) {

    /** Reads {@code postmaster.pid} (line 1: process, line 4: port) and asks whether that process lives and is PostgreSQL. */
    static Optional<OrphanedServer> in(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        boolean alive = ProcessHandle.of(pid).flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres")).isPresent();
        return alive ? Optional.of(new OrphanedServer(pid, Integer.parseInt(lines.get(3).strip()))) : Optional.empty();
    }
}

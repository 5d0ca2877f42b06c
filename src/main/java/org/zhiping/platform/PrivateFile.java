package org.zhiping.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but us may read. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {
    }

    static void create(Path file) throws IOException {
        if (posix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS));
        } else {
            Files.createFile(file);
        }
    }

    /** Takes away what a copy or a restored backup may have granted to others. */
    static void keepToOurselves(Path file) throws IOException {
        if (posix() && !Files.getPosixFilePermissions(file).equals(OURS)) {
            Files.setPosixFilePermissions(file, OURS);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}

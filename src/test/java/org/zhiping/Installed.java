package org.zhiping;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine that some tests use. A test without its program is passed over, except in CI, which installs them. */
public final class Installed {

    private Installed() {
    }

    /** The first of these programs that is on the PATH. */
    public static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    public static boolean inCi() {
        return System.getenv("CI") != null;
    }
}

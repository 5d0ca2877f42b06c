package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/api.md} as written, in one shell, and kills the server in the middle of each case. */
class ApiWalkTest {

    private static final String DONE = "zhiping-block-done";

    @TempDir
    static Path data;
    static RunningProduct product;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Installed.inCi() || Stream.of("bash", "curl", "jq").allMatch(name -> Installed.program(name).isPresent()),
                "bash, curl or jq is not installed");
        product = new RunningProduct(data);
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void everyCallOfThePageWorks() throws Exception {
        List<String> sections = List.of(Files.readString(Path.of("docs/api.md")).split("(?m)^## "));
        Process shell = shell();
        try (BufferedWriter in = shell.outputWriter(StandardCharsets.UTF_8);
             BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
            run(in, out, "set -euo pipefail\nZP=" + product.address() + "\nPW=" + RunningProduct.PASSWORD);
            for (String section : sections) {
                List<String> blocks = blocks(section);
                for (int i = 0; i < blocks.size(); i++) {
                    if (i > 0 && i == blocks.size() / 2) {
                        product.killAndStartAgain();
                    }
                    run(in, out, blocks.get(i));
                }
            }
        }
        assertThat(shell.waitFor()).isZero();
    }

    private static Process shell() throws IOException {
        return new ProcessBuilder("bash").redirectErrorStream(true).start();
    }

    private static void run(BufferedWriter in, BufferedReader out, String block) throws IOException {
        in.write(block + "\necho\necho " + DONE + "\n");
        in.flush();
        List<String> said = new ArrayList<>();
        for (String line = out.readLine(); !DONE.equals(line); line = out.readLine()) {
            assertThat(line).as("The shell stopped in this block:\n%s\n--- it said:\n%s", block, String.join("\n", said)).isNotNull();
            said.add(line);
        }
    }

    private static List<String> blocks(String section) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?s)```sh\n(.*?)```").matcher(section);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}

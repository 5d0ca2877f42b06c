package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every decision file has cases beside it, every case comes out as written, and every rule is reached by one. */
class DecisionTablesTest {

    @TestFactory
    Stream<DynamicNode> everyFile() throws IOException {
        return files().sorted().map(path -> {
            DecisionFile file = new DecisionFile(path);
            Stream<DynamicNode> tests = Stream.of(dynamicTest("cases fit the tables", () -> assertThat(file.faults()).isEmpty()));
            if (file.faults().isEmpty()) {
                tests = Stream.of(tests, file.sheet().rows().stream().map(row -> oneCase(file, row.cells())),
                        Stream.of(dynamicTest("every rule is reached", () -> assertThat(file.neverHit()).isEmpty())))
                        .flatMap(each -> each);
            }
            return dynamicContainer(path.toString(), tests);
        });
    }

    private static DynamicTest oneCase(DecisionFile file, Map<String, String> row) {
        return dynamicTest(row.get(CaseTable.DESCRIPTION), () -> file.answer(row).forEach(
                (output, answer) -> assertThat(answer).as(output).isEqualTo(row.get(CaseTable.EXPECTED + output))));
    }

    static Stream<Path> files() throws IOException {
        return Stream.of("dmn", "standards").flatMap(folder -> {
            try {
                return Files.walk(Path.of(folder)).filter(path -> path.toString().endsWith(".dmn"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}

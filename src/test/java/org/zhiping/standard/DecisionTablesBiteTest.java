package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of {@link DecisionTablesTest} notice what they are there for. */
class DecisionTablesBiteTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyATable() throws IOException {
        Files.copy(Path.of("dmn/panel-aggregation.dmn"), folder.resolve("panel-aggregation.dmn"));
    }

    private DecisionFile with(String csv) throws IOException {
        Files.writeString(folder.resolve("panel-aggregation.csv"), csv);
        return file();
    }

    private DecisionFile file() {
        return new DecisionFile(folder.resolve("panel-aggregation.dmn"));
    }

    @Test
    void aMissingSheet() {
        assertThat(file().faults()).singleElement().asString().endsWith("panel-aggregation.csv is missing");
    }

    @Test
    void aColumnThatNoTableKnows() throws IOException {
        assertThat(with("case,apointed,submitted,=result\nx,3,3,complete\n").faults())
                .containsExactlyInAnyOrder("unknown fact apointed", "unknown output result");
    }

    @Test
    void aValueThatTheColumnDoesNotList() throws IOException {
        Files.copy(Path.of("dmn/deadlines.dmn"), folder.resolve("deadlines.dmn"));
        Files.writeString(folder.resolve("deadlines.csv"), "case,step,=workingDays\nx,reviewmaterials,5\n");

        assertThat(new DecisionFile(folder.resolve("deadlines.dmn")).faults()).containsExactly("x: step cannot be reviewmaterials");
    }

    @Test
    void aCaseThatComesOutOtherwise() throws IOException {
        DecisionFile file = with("case,appointed,submitted,=outcome\nx,3,2,complete\n");

        assertThat(file.answer(file.sheet().rows().get(0).cells())).containsEntry("outcome", "incomplete");
    }

    @Test
    void aRuleThatNoCaseReaches() throws IOException {
        DecisionFile file = with("case,appointed,submitted,=outcome\n\"all, at last\",3,3,complete\nnobody,0,0,incomplete\n");
        file.sheet().rows().forEach(row -> file.answer(row.cells()));

        assertThat(file.neverHit()).containsExactly("rule-incomplete");
    }
}

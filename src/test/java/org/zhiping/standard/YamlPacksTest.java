package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that does not hold together stops the start and says why. */
class YamlPacksTest {

    private static final String GOOD = "standards/independent-operator/undated/standard.yaml";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("standards/independent-operator/undated"));
    }

    private void refused(String reason) {
        assertThatExceptionOfType(BadPack.class).isThrownBy(() -> new YamlPacks(root.toUri() + "standards/*/*/*.yaml"))
                .withMessageStartingWith("The standard pack standards/independent-operator/undated cannot be used")
                .withMessageContaining(reason);
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(Path.of(GOOD));
        if (!text.contains(from)) {
            throw new AssertionError(from + " is not in the pack");
        }
        Files.writeString(folder.resolve("standard.yaml"), text.replace(from, to));
    }

    @Test
    void aWordThatNoPackHas() throws IOException {
        change("\ntitle:", "\ntitel:");
        refused("titel");
    }

    @Test
    void aLevelThatDoesNotExist() throws IOException {
        change("    levels: [JUNIOR, INTERMEDIATE, SENIOR]", "    levels: [JUNIOR, MASTER]");
        refused("standard.yaml:50 pack-level-unknown [MASTER]");
    }

    @Test
    void aCodeThatStandsTwice() throws IOException {
        change("code: SENIOR,", "code: JUNIOR,");
        refused("pack-code-twice [JUNIOR]");
    }

    @Test
    void anEditionInTheWrongFolder() throws IOException {
        change("edition: undated", "edition: '2024'");
        refused("standard.yaml:5 pack-other-folder");
    }

    @Test
    void aPartThatNobodyConducts() throws IOException {
        change("conductedBy: panel", "conductedBy: robot");
        refused("pack-not-among [robot, panel, session]");
    }

    @Test
    void aRubricThatThePackDoesNotHave() throws IOException {
        change("rubric: items", "rubric: stars");
        refused("pack-not-among [stars, items, work]");
        change("rubric: items", "rubric: work");
        refused("pack-rubric-empty [CAPABILITY, JUNIOR]");
    }

    @Test
    void weightsOfAPartWithoutRubric() throws IOException {
        change("part: CAPABILITY", "part: THEORY");
        refused("pack-parameter-weights-part [capabilityWeights]");
    }

    @Test
    void aDefaultThatItsOwnParameterRefuses() throws IOException {
        change("defaultValue: '2'", "defaultValue: '7'");
        refused("pack-parameter-default [scoreDecimals]");
    }

    @Test
    void aNameThatOnlyChineseReadersUnderstand() throws IOException {
        change("nameEn: Pass mark", "nameEn: 合格线");
        refused("pack-no-english [nameEn]");
        change("nameEn: Independent operator\n", "");
        refused("standard.yaml:1 pack-no-english [nameEn]");
    }

    @Test
    void aKeyInTwoFilesOfOnePack() throws IOException {
        Files.copy(Path.of(GOOD), folder.resolve("standard.yaml"));
        Files.writeString(folder.resolve("more.yaml"), "title: another\n");
        refused("standard.yaml:8 pack-key-in-two-files [title, more.yaml]");
    }

    @Test
    void textThatIsNoYaml() throws IOException {
        Files.writeString(folder.resolve("standard.yaml"), "levels: [JUNIOR\n");
        refused("standard.yaml:2 pack-yaml-unreadable");
    }
}

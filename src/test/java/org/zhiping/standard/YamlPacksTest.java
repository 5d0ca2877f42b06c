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
        refused("part THEORY names the unknown level MASTER");
    }

    @Test
    void aCodeThatStandsTwice() throws IOException {
        change("code: SENIOR,", "code: JUNIOR,");
        refused("level JUNIOR stands twice");
    }

    @Test
    void anEditionInTheWrongFolder() throws IOException {
        change("edition: undated", "edition: '2024'");
        refused("standard and edition differ from the folder");
    }

    @Test
    void aPartThatNobodyConducts() throws IOException {
        change("conductedBy: panel", "conductedBy: robot");
        refused("part CAPABILITY is conducted by neither session nor panel");
    }

    @Test
    void aRubricThatThePackDoesNotHave() throws IOException {
        change("rubric: items", "rubric: stars");
        refused("part CAPABILITY is judged by neither work nor items");
        change("rubric: items", "rubric: work");
        refused("part CAPABILITY has no rubric at JUNIOR");
    }

    @Test
    void weightsOfAPartWithoutRubric() throws IOException {
        change("part: CAPABILITY", "part: THEORY");
        refused("parameter capabilityWeights: weights belong to a part that has a rubric");
    }

    @Test
    void aDefaultThatItsOwnParameterRefuses() throws IOException {
        change("defaultValue: '2'", "defaultValue: '7'");
        refused("parameter scoreDecimals has a default that it does not accept");
    }

    @Test
    void aNameThatOnlyChineseReadersUnderstand() throws IOException {
        change("nameEn: Pass mark", "nameEn: 合格线");
        refused("parameter passMark has no English text");
        change("nameEn: Independent operator\n", "");
        refused("the standard has no English text");
    }

    @Test
    void aKeyInTwoFilesOfOnePack() throws IOException {
        Files.copy(Path.of(GOOD), folder.resolve("standard.yaml"));
        Files.writeString(folder.resolve("more.yaml"), "title: another\n");
        refused("title stands in two files");
    }

    @Test
    void textThatIsNoYaml() throws IOException {
        Files.writeString(folder.resolve("standard.yaml"), "levels: [JUNIOR\n");
        refused("standard.yaml");
    }
}

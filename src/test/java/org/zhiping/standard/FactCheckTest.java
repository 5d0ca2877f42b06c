package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of a pack and the tables that ask for them. */
class FactCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"all-media-operator/2023", "independent-operator/undated"})
    void everyFactOfThePacksIsAskedFor(String folder) throws IOException {
        StandardPack pack = TestStandards.packs().find(folder.split("/")[0], folder.split("/")[1]);
        List<String> tables = List.of(Files.readString(Path.of("standards", folder, "eligibility.dmn")),
                Files.readString(Path.of("standards", folder, "materials.dmn")));
        assertThat(pack.facts()).isNotEmpty();
        assertThat(FactCheck.faults(pack)).isEmpty();
        assertThat(FactCheck.unused(pack, tables)).isEmpty();
    }

    @Test
    void aFactThatNobodyAsksForIsTold() {
        StandardPack pack = TestStandards.packs().find(TestStandards.S0, TestStandards.S0_EDITION);
        assertThat(FactCheck.unused(pack, List.of("<text>facts.courseHours</text> &gt;= facts.requiredCourseHours", "facts.courseCompleted")))
                .extracting(PackFault::toString).containsExactly("/facts/0: fact-unused [educationOrExperience]");
    }

    @Test
    void unknownKindsLevelsAndSettingsAreTold() {
        assertThat(faults("id: a, kind: shoe-size, name: 鞋码, nameEn: Size")).singleElement().asString()
                .startsWith("/facts/0: fact-kind [a, shoe-size, age, certificate,");
        assertThat(faults("id: a, kind: certificate, levels: [LEVEL_9], name: 证书, nameEn: Certificate")).singleElement().asString()
                .startsWith("/facts/0: fact-value [a, levels, LEVEL_9, LEVEL_1,");
        assertThat(faults("id: a, kind: certificate, ranks: [JUNIOR], name: 证书, nameEn: Certificate"))
                .containsExactly("/facts/0: fact-setting [a, ranks, certificate]", "/facts/0: fact-needs [a, levels]");
        assertThat(faults("id: a, kind: years, count: often, name: 年, nameEn: Years"))
                .containsExactly("/facts/0: fact-value [a, count, often, continuous, cumulative]");
        assertThat(faults("id: a, kind: parameter, parameter: nothing, name: 数, nameEn: Number")).singleElement().asString()
                .startsWith("/facts/0: fact-value [a, parameter, nothing,");
        assertThat(faults("id: level, kind: age, name: 年龄, nameEn: Age")).singleElement().asString().startsWith("/facts/0: fact-id [level");
        assertThat(faults("id: a, kind: age, nameEn: Age")).containsExactly("/facts/0: fact-needs [a, name]");
    }

    @Test
    void factsReferToFactsAboveThem() {
        assertThat(faults("id: a, kind: years, after: b, name: 年, nameEn: Years", "id: b, kind: certificate, levels: [LEVEL_4], name: 证, nameEn: C"))
                .containsExactly("/facts/0: fact-above [a, b]");
        assertThat(faults("id: b, kind: age, name: 龄, nameEn: Age", "id: a, kind: held-years, of: b, name: 年, nameEn: Years"))
                .containsExactly("/facts/1: fact-not-obtained [a, b]");
        assertThat(faults("id: a, kind: age, name: 龄, nameEn: Age", "id: a, kind: age, name: 龄, nameEn: Age"))
                .containsExactly("/facts/1: fact-twice [a]");
        assertThat(faults("id: a, kind: years, name: 年, nameEn: Years", "id: aPossible, kind: age, name: 龄, nameEn: Age"))
                .containsExactly("/facts/1: fact-twice [aPossible]");
    }

    private static List<String> faults(String... lines) {
        return FactCheck.faults(TestFacts.pack(TestStandards.S2, TestStandards.S2_EDITION, Map.of(), lines)).stream()
                .map(PackFault::toString).toList();
    }
}

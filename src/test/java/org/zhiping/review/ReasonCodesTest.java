package org.zhiping.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The institution's reasons take the place of the product's, and a fault in them is named. */
class ReasonCodesTest {

    private static final String OWN = """
            reasons:
              - {code: torn, verdict: incomplete, name: 撕破, nameEn: Torn, advice: 换一份, adviceEn: Replace it, materials: [ID_COPY]}
            """;

    @TempDir Path folder;

    @Test
    void theProductsOwnGoWithTheirMaterials() {
        ReasonCodes codes = new ReasonCodes(ReasonCodes.standard());
        assertThat(codes.of("incomplete", "PHOTO")).extracting(ReasonCode::code).contains("photo-unsuitable", "illegible").doesNotContain("stamp-missing");
        assertThat(codes.of("doubtful", "ID_COPY")).extracting(ReasonCode::code).contains("differs-person").doesNotContain("illegible");
        assertThat(codes.find("torn")).isEmpty();
    }

    @Test
    void aFileOfTheInstitutionTakesTheirPlace() throws IOException {
        Path own = Files.writeString(folder.resolve(ReasonCodes.FILE), OWN);
        assertThat(new ReasonCodes(ReasonCodes.read(own, "")).of("incomplete", "ID_COPY")).extracting(ReasonCode::code).containsExactly("torn");
        Path other = Files.writeString(folder.resolve("other.yaml"), OWN.replace("torn", "worn"));
        assertThat(new ReasonCodes(ReasonCodes.read(own, other.toString())).find("worn")).isPresent();
        assertThatExceptionOfType(BadReasonCodes.class).isThrownBy(() -> ReasonCodes.read(own, folder.resolve("none").toString()));
    }

    @Test
    void everyFaultIsNamed() {
        assertFault(OWN.replace("code: torn", "code: Torn_1"), "no. 1 (Torn_1), code");
        assertFault(OWN.replace("incomplete", "bad"), "verdict");
        assertFault(OWN.replace("Replace it", "''"), "adviceEn");
        assertFault(OWN.replace("[ID_COPY]", "[id copy]"), "id copy");
        assertFault(OWN.replace("materials: [ID_COPY]", "opens: [shoes]"), "shoes");
        assertFault(OWN + OWN.substring(OWN.indexOf('\n') + 1), "used twice");
        assertFault(OWN.replace("verdict", "verdikt"), "verdikt");
        assertFault("reasons: []", "there is none");
        assertFault("reasons: [", "line");
    }

    private static void assertFault(String text, String said) {
        assertThatExceptionOfType(BadReasonCodes.class).isThrownBy(() -> ReasonCodes.parse("own.yaml", text)).withMessageContaining(said);
    }
}

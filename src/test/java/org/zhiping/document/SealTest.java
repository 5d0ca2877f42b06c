package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal that is printed is looked at when the product starts. */
class SealTest {

    @TempDir
    private Path folder;

    @Test
    void theInstitutionsOwnIsPrinted() throws IOException {
        Path file = picture(600, BufferedImage.TYPE_INT_ARGB, "png");
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(
                new Seal(file.toString(), TestPapers.SAMPLE).picture().orElseThrow()));
        assertThat(printed.getWidth()).isEqualTo(472);
        assertThat(new Color(printed.getRGB(0, 0))).isEqualTo(Color.WHITE);
    }

    @Test
    void onlyTheSampleInstitutionHasTheSampleSeal() {
        assertThat(TestPapers.seal(TestPapers.SAMPLE).picture()).isPresent();
        assertThat(TestPapers.seal(TestPapers.OWN).picture()).isEmpty();
    }

    @Test
    void whatIsNoSealStopsTheStart() throws IOException {
        refused(folder.resolve("missing.png"), "cannot be read");
        refused(picture(600, BufferedImage.TYPE_INT_RGB, "jpg"), "cannot be read as a PNG");
        refused(picture(299, BufferedImage.TYPE_INT_ARGB, "png"), "300 to 2000 pixels");
        refused(picture(2001, BufferedImage.TYPE_INT_ARGB, "png"), "300 to 2000 pixels");
    }

    private void refused(Path file, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal(file.toString(), TestPapers.OWN))
                .withMessageContaining("zhiping.institution.seal").withMessageContaining(why);
    }

    private Path picture(int pixels, int type, String format) throws IOException {
        Path file = Files.createTempFile(folder, "seal", "." + format);
        ImageIO.write(new BufferedImage(pixels, pixels, type), format, file.toFile());
        return file;
    }
}

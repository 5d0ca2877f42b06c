package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Institution;

/**
 * The institution's seal 印章 as it is printed on certificates: a PNG, its ground transparent, of 300 to 1200 pixels a
 * side. The setting {@code zhiping.institution.seal} is its path. The sample institution has a seal that says so.
 */
@Component
public class Seal {

    private static final String SAMPLE = "/sample/seal.png";
    private static final int LEAST_PIXELS = 300;
    private static final int MOST_PIXELS = 1200;

    private final byte[] picture;

    @Autowired
    Seal(@Value("${zhiping.institution.seal:}") String path, Institution institution) throws IOException {
        this(path.isBlank() ? institution.isSample() ? sample() : null : file(path), path);
    }

    private Seal(byte[] picture, String path) {
        this.picture = picture;
        if (picture != null) {
            check(picture, path);
        }
    }

    /** Empty when the institution stamps its papers by hand. */
    public Optional<byte[]> picture() {
        return Optional.ofNullable(picture);
    }

    private static byte[] sample() throws IOException {
        try (InputStream content = Seal.class.getResourceAsStream(SAMPLE)) {
            return content.readAllBytes();
        }
    }

    private static byte[] file(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new IllegalArgumentException("zhiping.institution.seal cannot be read: " + path, e);
        }
    }

    private static void check(byte[] picture, String path) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            ImageReader png = ImageIO.getImageReadersByFormatName("png").next();
            try {
                png.setInput(stream, true, true);
                boolean fits = fits(png.getWidth(0)) && fits(png.getHeight(0))
                        && png.read(0).getColorModel().hasAlpha();
                if (!fits) {
                    throw new IllegalArgumentException("zhiping.institution.seal is not of %d to %d pixels a side on a transparent ground: %s"
                            .formatted(LEAST_PIXELS, MOST_PIXELS, path));
                }
            } finally {
                png.dispose();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("zhiping.institution.seal is not a PNG: " + path, e);
        }
    }

    private static boolean fits(int pixels) {
        return pixels >= LEAST_PIXELS && pixels <= MOST_PIXELS;
    }
}

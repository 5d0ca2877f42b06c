package org.zhiping.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Institution;

/**
 * The institution's seal 印章 as it is printed on certificates. The setting {@code zhiping.institution.seal} is the path
 * of a square PNG, its ground white or transparent, of 300 to 2000 pixels a side. The sample institution has a seal that
 * says so.
 */
@Component
public class Seal {

    private static final String SAMPLE = "/sample/seal.png";
    private static final int LEAST_PIXELS = 300;
    private static final int MOST_PIXELS = 2000;
    /** 40 mm at 300 dpi. */
    private static final int PRINTED_PIXELS = 472;

    private final byte[] picture;

    Seal(@Value("${zhiping.institution.seal:}") String path, Institution institution) throws IOException {
        picture = path.isBlank() ? institution.isSample() ? sample() : null : file(path);
    }

    /**
     * On white, so that embedding it costs nothing: the page lays it under the issuer's name, where a stamp shows. Empty
     * when the institution stamps its papers by hand.
     */
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
            return printed(Files.readAllBytes(Path.of(path)), path);
        } catch (IOException e) {
            throw new IllegalArgumentException("zhiping.institution.seal cannot be read as a PNG: " + path, e);
        }
    }

    private static byte[] printed(byte[] content, String path) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            ImageReader png = ImageIO.getImageReadersByFormatName("png").next();
            try {
                png.setInput(stream, true, true);
                int side = png.getWidth(0);
                if (side != png.getHeight(0) || side < LEAST_PIXELS || side > MOST_PIXELS) {
                    throw new IllegalArgumentException("zhiping.institution.seal is not a square of %d to %d pixels a side: %s"
                            .formatted(LEAST_PIXELS, MOST_PIXELS, path));
                }
                return onWhite(png.read(0));
            } finally {
                png.dispose();
            }
        }
    }

    private static byte[] onWhite(BufferedImage seal) throws IOException {
        int side = Math.min(PRINTED_PIXELS, seal.getWidth());
        BufferedImage printed = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = printed.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(seal, 0, 0, side, side, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(printed, "png", png);
        return png.toByteArray();
    }
}

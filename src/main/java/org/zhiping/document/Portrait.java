package org.zhiping.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.zhiping.platform.Refusal;

/**
 * A portrait 证件照 as it is printed: upright whatever the camera noted, cropped to 35 mm by 49 mm at 300 dpi, and
 * without anything that the camera wrote into the file.
 */
final class Portrait {

    static final int WIDTH = 413;
    static final int HEIGHT = 579;

    private Portrait() {
    }

    /** @throws Refusal when it does not keep the rules, or is of a kind that cannot be printed, such as a CMYK JPEG */
    static void check(Content upload, String mediaType, PortraitRules rules) {
        try {
            boolean lying = Pictures.orientation(upload, mediaType) >= Pictures.FIRST_LYING;
            Pictures.Size size = Pictures.size(upload);
            rules.check(lying ? size.height() : size.width(), lying ? size.width() : size.height());
            if (Pictures.inColoursOfAPress(upload, mediaType)) {
                throw Refusal.invalid("file", "portrait-unreadable");
            }
            rules.checkColour(print(upload, mediaType));
        } catch (IOException e) {
            throw Refusal.invalid("file", "portrait-unreadable");
        }
    }

    /** As JPEG. @throws IOException when the picture cannot be read */
    static byte[] printed(Content upload, String mediaType) throws IOException {
        return Pictures.jpeg(print(upload, mediaType));
    }

    private static BufferedImage print(Content upload, String mediaType) throws IOException {
        BufferedImage read = Pictures.read(upload, 2 * WIDTH);
        BufferedImage print = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = print.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawRenderedImage(read, placed(read.getWidth(), read.getHeight(), Pictures.orientation(upload, mediaType)));
        pen.dispose();
        return print;
    }

    /** Upright, it fills the place on paper from its middle. */
    private static AffineTransform placed(int width, int height, int orientation) {
        boolean lying = orientation >= Pictures.FIRST_LYING;
        double across = lying ? height : width;
        double down = lying ? width : height;
        double scale = Math.max(WIDTH / across, HEIGHT / down);
        AffineTransform placed = AffineTransform.getTranslateInstance((WIDTH - across * scale) / 2, (HEIGHT - down * scale) / 2);
        placed.scale(scale, scale);
        placed.concatenate(Pictures.upright(width, height, orientation));
        return placed;
    }
}

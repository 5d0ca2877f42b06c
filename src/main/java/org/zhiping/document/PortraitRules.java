package org.zhiping.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.zhiping.platform.Refusal;

/**
 * What an uploaded portrait 证件照 has to be like, settings {@code zhiping.portrait.*}. The defaults are the
 * institution's, no standard's: 25 mm by 35 mm at 300 dpi, upright, so that it fills its place on paper.
 *
 * @param minWidth in pixels
 * @param minHeight in pixels
 * @param minRatio of width to height
 * @param maxRatio of width to height
 * @param colour whether a black and white picture is refused
 */
@ConfigurationProperties("zhiping.portrait")
public record PortraitRules(@DefaultValue("295") int minWidth, @DefaultValue("413") int minHeight,
                            @DefaultValue("0.6") double minRatio, @DefaultValue("0.85") double maxRatio,
                            @DefaultValue("false") boolean colour) {

    /** Larger than any camera makes a portrait, small enough to be unpacked beside other work. */
    private static final long MOST_PIXELS = 25_000_000;
    /** What a grey picture shows in red, green and blue apart from each other, after JPEG, of 255. */
    private static final int GREY = 12;
    /** Skin alone is more than this part of a portrait. */
    private static final double LEAST_COLOURED = 0.02;

    void check(int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.invalid("file", "image-too-large");
        }
        if (width < minWidth || height < minHeight) {
            throw Refusal.invalid("file", "portrait-too-small", minWidth, minHeight, width, height);
        }
        double ratio = (double) width / height;
        if (ratio < minRatio || ratio > maxRatio) {
            throw Refusal.invalid("file", "portrait-not-upright", width, height);
        }
    }

    void checkColour(BufferedImage print) {
        if (!colour) {
            return;
        }
        long coloured = 0;
        for (int y = 0; y < print.getHeight(); y++) {
            for (int x = 0; x < print.getWidth(); x++) {
                Color at = new Color(print.getRGB(x, y));
                int most = Math.max(at.getRed(), Math.max(at.getGreen(), at.getBlue()));
                int least = Math.min(at.getRed(), Math.min(at.getGreen(), at.getBlue()));
                coloured += most - least > GREY ? 1 : 0;
            }
        }
        if (coloured < LEAST_COLOURED * print.getWidth() * print.getHeight()) {
            throw Refusal.invalid("file", "portrait-not-colour");
        }
    }
}

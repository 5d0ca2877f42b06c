package org.zhiping.document;

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
 */
@ConfigurationProperties("zhiping.portrait")
public record PortraitRules(@DefaultValue("295") int minWidth, @DefaultValue("413") int minHeight,
                            @DefaultValue("0.6") double minRatio, @DefaultValue("0.85") double maxRatio) {

    /** Larger than any camera makes a portrait, small enough to be unpacked beside other work. */
    private static final long MOST_PIXELS = 25_000_000;

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
}

package org.zhiping.document;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.zhiping.platform.Refusal;

/**
 * How large an upload may be, settings {@code zhiping.upload.*}: the institution's, no standard's.
 *
 * @param maxBytes       of a file
 * @param maxPages       of a PDF
 * @param maxPixels      of a picture: a small file may unpack to a very large one
 * @param keepUnfinished how long an upload that was broken off can be gone on with
 */
@ConfigurationProperties("zhiping.upload")
public record UploadLimits(@DefaultValue("10485760") long maxBytes, @DefaultValue("200") int maxPages,
                           @DefaultValue("100000000") long maxPixels, @DefaultValue("3d") Duration keepUnfinished) {

    /** For what the product itself makes. */
    static final UploadLimits NONE = new UploadLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ZERO);
    private static final int MEBIBYTE = 1024 * 1024;

    /** Rounded down, for people. */
    public long megabytes() {
        return maxBytes / MEBIBYTE;
    }

    /** @throws Refusal (TOO_LARGE) */
    public void check(long bytes) {
        if (bytes > maxBytes) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, List.of(new Refusal.Fault("file", "file-too-large", megabytes())));
        }
    }

    void checkPixels(int width, int height) {
        if ((long) width * height > maxPixels) {
            throw Refusal.invalid("file", "image-too-large");
        }
    }

    void checkPages(int pages) {
        if (pages > maxPages) {
            throw Refusal.invalid("file", "file-too-many-pages", maxPages, pages);
        }
    }
}

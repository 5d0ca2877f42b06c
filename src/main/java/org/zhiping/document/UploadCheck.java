package org.zhiping.document;

import java.io.IOException;
import java.util.Map;
import org.apache.tika.Tika;
import org.zhiping.platform.Refusal;

/** Admits PDF, JPEG and PNG by what the bytes are, not by what the name or the browser says. */
class UploadCheck {

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf", "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png");
    /** Types that people have and are told what to do with. */
    private static final Map<String, String> ADVICE = Map.of("image/heic", "file-heic", "image/heif", "file-heic",
            "image/heic-sequence", "file-heic", "image/heif-sequence", "file-heic", "image/tiff", "file-tiff");
    private static final int HEAD_BYTES = 64 * 1024;
    private static final int GLANCE_PIXELS = 200;

    private final Tika tika = new Tika();
    private final ActiveContent activeContent = new ActiveContent();
    private final UploadLimits limits;
    private final PortraitRules portraits;

    UploadCheck(UploadLimits limits, PortraitRules portraits) {
        this.limits = limits;
        this.portraits = portraits;
    }

    record Found(String mediaType, int pages) {
    }

    /** What an upload is that may be stored. */
    Found check(FileName name, Content content, boolean portrait) {
        limits.check(content.size());
        if (content.size() == 0) {
            throw Refusal.invalid("file", "file-empty");
        }
        String mediaType = mediaType(name, content);
        if (portrait) {
            if (!mediaType.startsWith("image/")) {
                throw Refusal.invalid("file", "portrait-not-a-picture");
            }
            Portrait.check(content, mediaType, portraits);
        } else if (mediaType.equals("application/pdf")) {
            int pages = activeContent.pages(content);
            limits.checkPages(pages);
            return new Found(mediaType, pages);
        } else {
            checkPicture(content, mediaType);
        }
        return new Found(mediaType, 1);
    }

    private String mediaType(FileName name, Content content) {
        String byName = TYPES.get(name.extension());
        String byContent = byContent(content);
        if (ADVICE.containsKey(byContent)) {
            throw Refusal.invalid("file", ADVICE.get(byContent));
        }
        if (byName == null || !TYPES.containsValue(byContent)) {
            throw Refusal.invalid("file", "file-type-not-allowed");
        }
        if (!byName.equals(byContent)) {
            throw Refusal.invalid("file", "file-type-mismatch");
        }
        return byContent;
    }

    private String byContent(Content content) {
        try {
            return tika.detect(content.head(HEAD_BYTES));
        } catch (IOException e) {
            throw Refusal.invalid("file", "file-damaged");
        }
    }

    /** Looks at the header first: a small file may unpack to a very large picture. */
    private void checkPicture(Content content, String mediaType) {
        try {
            Pictures.Size size = Pictures.size(content);
            limits.checkPixels(size.width(), size.height());
            if (Pictures.inColoursOfAPress(content, mediaType)) {
                throw Refusal.invalid("file", "image-colours");
            }
            Pictures.read(content, GLANCE_PIXELS);
        } catch (IOException e) {
            throw Refusal.invalid("file", "file-damaged");
        }
    }
}

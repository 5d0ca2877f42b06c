package org.zhiping.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;
import org.zhiping.platform.Refusal;

/** Admits PDF, JPEG and PNG by what the bytes are, not by what the name or the browser says. */
class UploadCheck {

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf", "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png");

    private final Tika tika = new Tika();
    private final ActiveContent activeContent = new ActiveContent();

    /** The media type of an upload that may be stored. */
    String mediaType(FileName name, byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file", "file-empty");
        }
        String byName = TYPES.get(name.extension());
        String byContent = tika.detect(content);
        if (byName == null || !TYPES.containsValue(byContent)) {
            throw Refusal.invalid("file", "file-type-not-allowed");
        }
        if (!byName.equals(byContent)) {
            throw Refusal.invalid("file", "file-type-mismatch");
        }
        if (byContent.equals("application/pdf")) {
            activeContent.refuse(content);
        } else {
            refuseUnreadableImage(content);
        }
        return byContent;
    }

    /** Reads the header only: a small file may unpack to a very large picture. */
    private static void refuseUnreadableImage(byte[] content) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw Refusal.invalid("file", "file-damaged");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > 100_000_000L) {
                    throw Refusal.invalid("file", "image-too-large");
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : Refusal.invalid("file", "file-damaged");
        }
    }
}

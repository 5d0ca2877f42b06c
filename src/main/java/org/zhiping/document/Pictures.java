package org.zhiping.document;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads uploaded pictures: one at a time, and never larger than needed, so that a small file that holds a very large picture does no harm. */
final class Pictures {

    /** Exif orientations from 5 on lie on their side. */
    static final int FIRST_LYING = 5;
    private static final int RGB = 3;
    private static final double MOST_PIXELS_UNPACKED = 16_000_000;
    private static final float QUALITY = 0.9f;
    private static final String CUT_OFF = "Premature end";

    private Pictures() {
    }

    record Size(int width, int height) {
    }

    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    /** As stored, without turning it. */
    static Size size(Content content) throws IOException {
        return reading(content, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /**
     * Leaves out rows and columns while reading, down to about this many pixels across the smaller side.
     *
     * @throws IOException also when the picture is cut off
     */
    static synchronized BufferedImage read(Content content, int smallerSide) throws IOException {
        return reading(content, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int fine = Math.min(width, height) / smallerSide;
            int bearable = (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS_UNPACKED));
            int step = Math.max(1, Math.max(fine, bearable));
            boolean[] cutOff = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= warning.contains(CUT_OFF));
            ImageReadParam sampled = reader.getDefaultReadParam();
            sampled.setSourceSubsampling(step, step, 0, 0);
            BufferedImage picture = reader.read(0, sampled);
            if (cutOff[0]) {
                throw new IOException("The picture is cut off");
            }
            return picture;
        });
    }

    private static <T> T reading(Content content, Reading<T> reading) throws IOException {
        try (ContentImageStream stream = new ContentImageStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("No reader for the picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return reading.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** What the camera noted, 1 to 8; 1 where it noted nothing. */
    static int orientation(Content content, String mediaType) throws IOException {
        if (!mediaType.equals("image/jpeg")) {
            return 1;
        }
        try {
            ExifIFD0Directory exif = jpeg(content).getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION) ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException e) {
            return 1;
        }
    }

    /** Whether a CMYK JPEG can be read depends on what else is installed, and its colours would be wrong. */
    static boolean inColoursOfAPress(Content content, String mediaType) throws IOException {
        if (!mediaType.equals("image/jpeg")) {
            return false;
        }
        try {
            JpegDirectory jpeg = jpeg(content).getFirstDirectoryOfType(JpegDirectory.class);
            return jpeg != null && jpeg.getNumberOfComponents() > RGB;
        } catch (ImageProcessingException | MetadataException e) {
            throw new IOException(e);
        }
    }

    private static Metadata jpeg(Content content) throws ImageProcessingException, IOException {
        return JpegMetadataReader.readMetadata(content.stream());
    }

    /** Turns and mirrors as Exif says. */
    static AffineTransform upright(int width, int height, int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}

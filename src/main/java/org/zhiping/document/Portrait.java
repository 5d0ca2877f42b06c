package org.zhiping.document;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.zhiping.platform.Refusal;

/**
 * A portrait 证件照 as it is printed: upright whatever the camera noted, cropped to 35 mm by 49 mm at 300 dpi, and
 * without anything that the camera wrote into the file. One at a time is unpacked, and never larger than needed, so that
 * a small file that holds a very large picture does no harm.
 */
public final class Portrait {

    static final int WIDTH = 413;
    static final int HEIGHT = 579;
    private static final float QUALITY = 0.9f;
    /** Exif orientations from 5 on lie on their side. */
    private static final int FIRST_LYING = 5;
    private static final int RGB = 3;

    private Portrait() {
    }

    /** @throws Refusal when it does not keep the rules, or is of a kind that cannot be printed, such as a CMYK JPEG */
    static void check(byte[] upload, PortraitRules rules) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            try {
                reader.setInput(stream, true, true);
                boolean lying = orientation(upload) >= FIRST_LYING;
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                rules.check(lying ? height : width, lying ? width : height);
                refuseColoursOfAPress(upload);
            } finally {
                reader.dispose();
            }
            printed(upload);
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : Refusal.invalid("file", "portrait-unreadable");
        }
    }

    /** As JPEG. @throws IOException when the picture cannot be read */
    public static synchronized byte[] printed(byte[] upload) throws IOException {
        BufferedImage read = read(upload);
        BufferedImage print = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = print.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawRenderedImage(read, upright(read.getWidth(), read.getHeight(), orientation(upload)));
        pen.dispose();
        return jpeg(print);
    }

    /** Leaves out rows and columns while reading, down to about twice what is printed. */
    private static BufferedImage read(byte[] upload) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            try {
                reader.setInput(stream, true, true);
                int smaller = Math.min(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, smaller / (2 * WIDTH));
                ImageReadParam sampled = reader.getDefaultReadParam();
                sampled.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, sampled);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Turns and mirrors as Exif says, then fills the place on paper from its middle. */
    private static AffineTransform upright(int width, int height, int orientation) {
        AffineTransform turned = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        boolean lying = orientation >= FIRST_LYING;
        double across = lying ? height : width;
        double down = lying ? width : height;
        double scale = Math.max(WIDTH / across, HEIGHT / down);
        AffineTransform placed = AffineTransform.getTranslateInstance((WIDTH - across * scale) / 2, (HEIGHT - down * scale) / 2);
        placed.scale(scale, scale);
        placed.concatenate(turned);
        return placed;
    }

    /** Whether a CMYK JPEG can be read depends on what else is installed, and its colours would be wrong. */
    private static void refuseColoursOfAPress(byte[] upload) throws IOException {
        try {
            JpegDirectory jpeg = ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload))
                    .getFirstDirectoryOfType(JpegDirectory.class);
            if (jpeg != null && jpeg.getNumberOfComponents() > RGB) {
                throw Refusal.invalid("file", "portrait-unreadable");
            }
        } catch (ImageProcessingException | MetadataException e) {
            throw new IOException(e);
        }
    }

    private static int orientation(byte[] upload) throws IOException {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION) ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException e) {
            return 1;
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(jpeg)) {
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

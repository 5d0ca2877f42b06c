package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.platform.Refusal;

/** Portraits: which are taken, and how they are printed. */
class PortraitTest {

    @ParameterizedTest
    @CsvSource({"295,413,png", "413,579,jpg", "358,441,png", "413,531,jpg", "3000,4000,jpg"})
    void uprightPicturesAreTaken(int width, int height, String format) throws IOException {
        byte[] upload = encoded(picture(width, height), format);
        Portrait.check(new WholeContent(upload), type(upload), TestDocuments.PORTRAITS);
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(Portrait.printed(new WholeContent(upload), type(upload))));
        assertThat(printed.getWidth()).isEqualTo(Portrait.WIDTH);
        assertThat(printed.getHeight()).isEqualTo(Portrait.HEIGHT);
        assertThat(isRed(printed, 40, 20)).isTrue();
        assertThat(isRed(printed, 40, 560)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"294,413,portrait-too-small", "295,412,portrait-too-small", "579,413,portrait-not-upright", "500,500,portrait-not-upright",
        "400,1200,portrait-not-upright", "4500,6000,image-too-large"})
    void othersAreRefused(int width, int height, String code) throws IOException {
        refused(encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png"), code);
    }

    /** The camera lay on its side, or hung from the ceiling: the red end of the picture is printed on top all the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isPrintedUprightAsTheCameraNoted(int orientation) throws IOException {
        byte[] upload = asTheCameraSawIt(orientation);
        Portrait.check(new WholeContent(upload), type(upload), TestDocuments.PORTRAITS);
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(Portrait.printed(new WholeContent(upload), type(upload))));
        assertThat(isRed(printed, 40, 20)).isTrue();
        assertThat(isRed(printed, 370, 20)).isFalse();
        assertThat(isRed(printed, 40, 560)).isFalse();
    }

    @Test
    void whatTheCameraWroteIsNotPrinted() throws Exception {
        byte[] upload = asTheCameraSawIt(6);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload)).containsDirectoryOfType(ExifIFD0Directory.class)).isTrue();
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(Portrait.printed(new WholeContent(upload), type(upload))))
                .containsDirectoryOfType(ExifIFD0Directory.class)).isFalse();
    }

    @Test
    void aTransparentGroundBecomesWhite() throws IOException {
        byte[] upload = encoded(new BufferedImage(413, 579, BufferedImage.TYPE_INT_ARGB), "png");
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(Portrait.printed(new WholeContent(upload), type(upload))));
        assertThat(new Color(printed.getRGB(200, 300))).isEqualTo(Color.WHITE);
    }

    @Test
    void coloursOfAPrintingPressAreRefused() throws IOException {
        refused(cmyk(413, 579), "portrait-unreadable");
    }

    private static String type(byte[] upload) {
        return upload[0] == (byte) 0xff ? "image/jpeg" : "image/png";
    }

    private static void refused(byte[] upload, String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Portrait.check(new WholeContent(upload), type(upload), TestDocuments.PORTRAITS)).withMessage(code);
    }

    /** Red at the top left, blue elsewhere. */
    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 4);
        pen.dispose();
        return picture;
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    /** The same person by a camera that was turned or mirrored, with the note that it was (Exif 2.3, tag 0x0112). */
    private static byte[] asTheCameraSawIt(int orientation) throws IOException {
        BufferedImage upright = picture(413, 579);
        boolean lying = orientation >= 5;
        BufferedImage seen = new BufferedImage(lying ? 579 : 413, lying ? 413 : 579, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int right = seen.getWidth() - 1 - x;
                int low = seen.getHeight() - 1 - y;
                seen.setRGB(x, y, switch (orientation) {
                    case 2 -> upright.getRGB(right, y);
                    case 3 -> upright.getRGB(right, low);
                    case 4 -> upright.getRGB(x, low);
                    case 5 -> upright.getRGB(y, x);
                    case 6 -> upright.getRGB(low, x);
                    case 7 -> upright.getRGB(low, right);
                    case 8 -> upright.getRGB(y, right);
                    default -> upright.getRGB(x, y);
                });
            }
        }
        byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0,
            0, 0, 0, 0};
        return jpeg(seen, exif);
    }

    private static byte[] jpeg(BufferedImage picture, byte[] exif) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        IIOMetadataNode app1 = new IIOMetadataNode("unknown");
        app1.setAttribute("MarkerTag", "225");
        app1.setUserObject(exif);
        root.getElementsByTagName("markerSequence").item(0).appendChild(app1);
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, metadata), null);
        }
        return out.toByteArray();
    }

    private static byte[] cmyk(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var raster = java.awt.image.Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        return out.toByteArray();
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}

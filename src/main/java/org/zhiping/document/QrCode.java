package org.zhiping.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a black and white PNG with its quiet zone. */
public final class QrCode {

    /** Of one module: 28 mm of them are printed at about 300 dpi. */
    private static final int PIXELS = 6;
    private static final int QUIET_MODULES = 4;

    private QrCode() {
    }

    public static byte[] png(URI address) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, 1, 1,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_MODULES));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn(modules), "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(BitMatrix modules) {
        int side = modules.getWidth() * PIXELS;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS);
                }
            }
        }
        pen.dispose();
        return picture;
    }
}

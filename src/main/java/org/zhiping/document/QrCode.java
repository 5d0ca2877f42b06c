package org.zhiping.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a black and white PNG with its quiet zone. */
public final class QrCode {

    /** Enough for a printer of 600 dpi at 30 mm. */
    private static final int LEAST_PIXELS = 480;

    private QrCode() {
    }

    public static byte[] png(URI address) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, LEAST_PIXELS, LEAST_PIXELS,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            BufferedImage picture = new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    picture.setRGB(x, y, modules.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

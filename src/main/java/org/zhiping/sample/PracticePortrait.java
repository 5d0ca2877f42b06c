package org.zhiping.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A portrait of nobody, drawn, of the size that is asked for. */
final class PracticePortrait {

    private static final int WIDTH = 413;
    private static final int HEIGHT = 579;
    private static final Color[] CLOTHES = {new Color(0x2F4858), new Color(0x6A4C3B), new Color(0x3B5D3A), new Color(0x5B3A5D)};

    private PracticePortrait() {
    }

    /** @param number chooses the colour of the clothes */
    static byte[] of(int number) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xDDE7EE));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(CLOTHES[number % CLOTHES.length]);
        pen.fillOval(16, 396, 380, 380);
        pen.setColor(new Color(0xE6C4A0));
        pen.fillRect(172, 330, 70, 90);
        pen.fillOval(112, 120, 190, 246);
        pen.setColor(new Color(0x2B2522));
        pen.fillArc(104, 96, 206, 190, 0, 180);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}

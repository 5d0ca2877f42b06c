package org.zhiping.document;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.zhiping.platform.Institution;

/** What papers are made with, without Spring. */
public final class TestPapers {

    public static final Institution SAMPLE = new Institution("示范职业技能评价中心（样例机构）", "Sample Skill Evaluation Centre", "");
    public static final Institution OWN = new Institution("示范中心", "Sample centre", "");

    private TestPapers() {
    }

    /** A portrait of nobody, 413 by 579 pixels. */
    public static byte[] portrait() {
        BufferedImage picture = new BufferedImage(413, 579, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x9FC5E8), 413, 579, new Color(0x3D6A99)));
        pen.fillRect(0, 0, 413, 579);
        pen.setColor(new Color(0xE8C9A8));
        pen.fillOval(110, 110, 190, 240);
        pen.setColor(new Color(0x333A44));
        pen.fillOval(20, 390, 373, 400);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    /** The sample institution has a seal, every other one has none. */
    public static Seal seal(Institution institution) {
        try {
            return new Seal("", institution);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

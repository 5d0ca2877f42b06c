package org.zhiping.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Reads a printed paper as a person would: its pages as pictures, where each character and each image stands, in millimetres. */
public final class PageReading {

    private static final double MM = 25.4 / 72;
    private static final int DPI = 150;

    /** @param name of the picture among the page's objects; @param box from the top left corner of the page */
    public record Placed(String what, Rectangle2D box) {
    }

    private final byte[] pdf;

    public PageReading(byte[] pdf) {
        this.pdf = pdf;
    }

    public int pages() {
        return with(PDDocument::getNumberOfPages);
    }

    /** The text as it is copied out, without white space. */
    public String text() {
        return with(document -> new PDFTextStripper().getText(document)).replaceAll("\\s+", "");
    }

    public Set<Boolean> fontsEmbedded(int page) {
        return with(document -> {
            var resources = document.getPage(page).getResources();
            List<Boolean> embedded = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                embedded.add(resources.getFont(name).isEmbedded());
            }
            return embedded.stream().collect(Collectors.toSet());
        });
    }

    public Rectangle2D paper(int page) {
        return with(document -> {
            var box = document.getPage(page).getMediaBox();
            return new Rectangle2D.Double(0, 0, box.getWidth() * MM, box.getHeight() * MM);
        });
    }

    /** Every visible character of a page with the box of its glyph. */
    public List<Placed> characters(int page) {
        List<Placed> found = new ArrayList<>();
        with(document -> {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.stream().filter(glyph -> !glyph.getUnicode().isBlank()).forEach(glyph -> {
                        double height = glyph.getFontSizeInPt() * 0.8;
                        found.add(new Placed(glyph.getUnicode(), new Rectangle2D.Double(glyph.getXDirAdj() * MM,
                                (glyph.getYDirAdj() - height) * MM, glyph.getWidthDirAdj() * MM, height * MM)));
                    });
                }
            };
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            return stripper.getText(document);
        });
        return found;
    }

    /** The images of a page in the order of painting. */
    public List<Placed> images(int page) {
        return with(document -> {
            double height = document.getPage(page).getMediaBox().getHeight();
            ImagePlaces places = new ImagePlaces(height);
            places.processPage(document.getPage(page));
            return places.found;
        });
    }

    /** Pairs of characters that stand on each other. */
    public List<String> overlaps(int page) {
        List<Placed> all = characters(page);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Rectangle2D shared = all.get(i).box().createIntersection(all.get(j).box());
                if (shared.getWidth() > 0.2 && shared.getHeight() > 0.3) {
                    found.add(all.get(i) + " " + all.get(j));
                }
            }
        }
        return found;
    }

    public BufferedImage picture(int page) {
        return with(document -> new PDFRenderer(document).renderImageWithDPI(page, DPI));
    }

    /** What a phone reads in this part of the page. */
    public String qrCode(int page, Rectangle2D box) {
        double scale = DPI / 25.4;
        BufferedImage seen = picture(page).getSubimage((int) (box.getX() * scale), (int) (box.getY() * scale),
                (int) (box.getWidth() * scale), (int) (box.getHeight() * scale));
        int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        LuminanceSource source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
        } catch (NotFoundException e) {
            return "nothing";
        } catch (ReaderException e) {
            return "unreadable";
        }
    }

    private interface Question<T> {
        T ask(PDDocument document) throws IOException;
    }

    private <T> T with(Question<T> question) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return question.ask(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ImagePlaces extends PDFStreamEngine {

        private final List<Placed> found = new ArrayList<>();
        private final double pageHeight;

        private ImagePlaces(double pageHeight) {
            this.pageHeight = pageHeight;
            addOperator(new Concatenate(this));
            addOperator(new Save(this));
            addOperator(new Restore(this));
            addOperator(new SetMatrix(this));
            addOperator(new DrawObject(this) {
                @Override
                public void process(Operator operator, List<COSBase> operands) throws IOException {
                    COSName name = (COSName) operands.get(0);
                    PDXObject object = getResources().getXObject(name);
                    if (object instanceof PDImageXObject) {
                        note(name.getName());
                    }
                }
            });
        }

        private void note(String name) {
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            double height = matrix.getScalingFactorY();
            found.add(new Placed(name, new Rectangle2D.Double(matrix.getTranslateX() * MM,
                    (pageHeight - matrix.getTranslateY() - height) * MM, matrix.getScalingFactorX() * MM, height * MM)));
        }
    }
}

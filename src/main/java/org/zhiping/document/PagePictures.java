package org.zhiping.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page, bounded in pixels and in time: a PDF can ask for any amount of either. */
final class PagePictures {

    static final int LONGEST_SIDE = 1600;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PagePictures() {
    }

    static byte[] ofPicture(Content content, String mediaType) throws IOException {
        BufferedImage read = Pictures.read(content, LONGEST_SIDE);
        int orientation = Pictures.orientation(content, mediaType);
        boolean lying = orientation >= Pictures.FIRST_LYING;
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = side(read.getWidth() * scale);
        int height = side(read.getHeight() * scale);
        BufferedImage page = white(lying ? height : width, lying ? width : height);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform placed = AffineTransform.getScaleInstance(scale, scale);
        placed.concatenate(Pictures.upright(read.getWidth(), read.getHeight(), orientation));
        pen.drawRenderedImage(read, placed);
        pen.dispose();
        return Pictures.jpeg(page);
    }

    /** @param page from 1 */
    static byte[] ofPdf(Content content, int page) throws IOException {
        try (PDDocument document = Pdfs.open(content)) {
            PDRectangle area = document.getPage(page - 1).getCropBox();
            float longest = Math.max(1, Math.max(area.getWidth(), area.getHeight()));
            PDFRenderer renderer = new Hurried(document, System.nanoTime() + PATIENCE.toNanos());
            renderer.setSubsamplingAllowed(true);
            return Pictures.jpeg(renderer.renderImage(page - 1, LONGEST_SIDE / longest, ImageType.RGB));
        } catch (RuntimeException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return page;
    }

    private static int side(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
    }

    /** Gives up between two strokes when its time is over. */
    private static final class Hurried extends PDFRenderer {

        private final long until;

        Hurried(PDDocument document, long until) {
            super(document);
            this.until = until;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() - until > 0) {
                        throw new IllegalStateException("The page takes too long to draw");
                    }
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}

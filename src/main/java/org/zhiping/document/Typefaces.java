package org.zhiping.document;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that are embedded in what we print, in the order in which a character is looked for. The renderer leaves
 * a character out without a word when no font has it; so text is checked here first. The files are read once: parsing
 * them costs more than printing a page.
 */
class Typefaces {

    private static final int LAST_CODE_POINT = 0x3FFFF;
    private static final List<String> FAMILIES = List.of("ZhipingSerif", "ZhipingSerifRare", "ZhipingKaiRare");

    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();
    private volatile Read read;

    /** @param printable all characters of all fonts */
    private record Read(Map<String, TrueTypeFont> fonts, BitSet printable) {
    }

    void check(String field, String text) {
        BitSet known = read().printable();
        text.codePoints().filter(c -> !known.get(c)).findFirst().ifPresent(c -> {
            throw new Unprintable(field, c);
        });
    }

    /** The text with what no font has as its number, such as [U+1F600]. */
    String spelled(String text) {
        BitSet known = read().printable();
        StringBuilder spelled = new StringBuilder(text.length());
        text.codePoints().forEach(c -> spelled.append(known.get(c) || "\n\r\t".indexOf(c) >= 0 ? Character.toString(c) : "[U+%04X]".formatted(c)));
        return spelled.toString();
    }

    void offer(PdfRendererBuilder builder, PDDocument document) {
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        read().fonts().forEach((family, font) -> builder.useFont(new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return embed(document, font);
            }
        }, family));
    }

    /** For the style sheet: all families, the usual one first. */
    String families() {
        return String.join(", ", FAMILIES);
    }

    private static PDFont embed(PDDocument document, TrueTypeFont font) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Read read() {
        if (read == null) {
            Map<String, TrueTypeFont> fonts = new LinkedHashMap<>();
            BitSet printable = new BitSet(LAST_CODE_POINT);
            for (String family : FAMILIES) {
                TrueTypeFont font = parse("/font/" + family + ".ttf");
                addGlyphs(font, printable);
                fonts.put(family, font);
            }
            read = new Read(fonts, printable);
        }
        return read;
    }

    private static TrueTypeFont parse(String file) {
        try (InputStream content = Typefaces.class.getResourceAsStream(file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(content));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void addGlyphs(TrueTypeFont font, BitSet all) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int c = ' '; c <= LAST_CODE_POINT; c++) {
                if (glyphs.getGlyphId(c) > 0) {
                    all.set(c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.zhiping.certificate;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * The fonts that are embedded in what we print, in the order in which a character is looked for. The renderer leaves
 * a character out without a word when no font has it; so text is checked here first.
 */
@Component
class Typefaces {

    private static final int LAST_CODE_POINT = 0x3FFFF;
    private static final Map<String, String> FILES = files();

    private volatile BitSet printable;

    /** @throws Unprintable when no font has a character of the text; {@code field} says where the text comes from */
    void check(String field, String text) {
        BitSet known = printable();
        text.codePoints().filter(c -> !known.get(c)).findFirst().ifPresent(c -> {
            throw new Unprintable(field, c);
        });
    }

    void offer(PdfRendererBuilder builder) {
        FILES.forEach((family, file) -> builder.useFont(() -> open(file), family));
    }

    /** For the style sheet: all families, the usual one first. */
    String families() {
        return String.join(", ", FILES.keySet());
    }

    private BitSet printable() {
        if (printable == null) {
            BitSet all = new BitSet(LAST_CODE_POINT);
            FILES.values().forEach(file -> addGlyphs(file, all));
            printable = all;
        }
        return printable;
    }

    private static void addGlyphs(String file, BitSet all) {
        try (InputStream content = open(file);
             TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(content))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int c = ' '; c <= LAST_CODE_POINT; c++) {
                if (glyphs.getGlyphId(c) > 0) {
                    all.set(c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static InputStream open(String file) {
        return Typefaces.class.getResourceAsStream("/font/" + file);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("ZhipingSerif", "ZhipingSerif.ttf");
        files.put("ZhipingSerifRare", "ZhipingSerifRare.ttf");
        files.put("ZhipingKaiRare", "ZhipingKaiRare.ttf");
        return files;
    }
}

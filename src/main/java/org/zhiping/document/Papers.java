package org.zhiping.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Prints papers as PDF/A, made to be kept: fonts embedded, text that can be copied out. A page reaches nothing but the
 * pictures that come with it.
 */
@Component
public class Papers {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Typefaces typefaces = new Typefaces();
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    public Papers() {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
        templates.setClassForTemplateLoading(Papers.class, "/document");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setLocalizedLookup(false);
    }

    /** @throws Unprintable when no font has a character of the text; {@code field} says where the text comes from */
    public void check(String field, String text) {
        typefaces.check(field, text);
    }

    /** @throws Unprintable when a character of the page is in none of the fonts */
    public void check(Paper paper) {
        typefaces.check(paper.template(), page(paper).replaceAll("\\R", ""));
    }

    public byte[] render(Paper paper) {
        return print(paper, page(paper));
    }

    /** For what people typed at any time and nobody can change any more: a character that no font has is printed as its number. */
    public byte[] renderSpelled(Paper paper) {
        return print(paper, typefaces.spelled(page(paper)));
    }

    private byte[] print(Paper paper, String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
            builder.useColorProfile(SRGB);
            builder.usePDDocument(document);
            typefaces.offer(builder, document);
            builder.useUriResolver((base, address) -> paper.picture(address) == null ? null : address);
            builder.useProtocolsStreamImplementation(address -> new Bytes(paper.picture(address)), Paper.PICTURE);
            builder.withProducer("Zhiping");
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String page(Paper paper) {
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate(paper.template()).process(paper.model(typefaces.families()), page);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("The page " + paper.template() + " cannot be made", e);
        }
        return page.toString();
    }

    private record Bytes(byte[] content) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}

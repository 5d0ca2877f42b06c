package org.zhiping.certificate;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/** Makes the paper: the template {@code document/certificate.ftlh} as a PDF/A, made to be kept, with its fonts embedded. */
@Component
class CertificatePdf {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

    private final Typefaces typefaces;
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    CertificatePdf(Typefaces typefaces) {
        this.typefaces = typefaces;
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
        templates.setClassForTemplateLoading(CertificatePdf.class, "/document");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocalizedLookup(false);
    }

    /** @throws Unprintable when a character is in none of the fonts; asked before a number is given away */
    void check(Printed printed) {
        typefaces.check("the holder's name", printed.holder());
        typefaces.check("the certificate's text", page(printed).replace("\n", ""));
    }

    byte[] render(Printed printed) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(SRGB);
        typefaces.offer(builder);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Zhiping");
        builder.withHtmlContent(page(printed), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String page(Printed printed) {
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate("certificate.ftlh").process(
                    Map.of("printed", printed, "issuedOn", DAY.format(printed.issuedOn()), "fonts", typefaces.families()), page);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("The certificate's page cannot be made", e);
        }
        return page.toString();
    }
}

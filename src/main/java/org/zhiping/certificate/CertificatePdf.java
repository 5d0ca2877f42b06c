package org.zhiping.certificate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.document.Paper;
import org.zhiping.document.Papers;
import org.zhiping.document.QrCode;
import org.zhiping.document.Seal;
import org.zhiping.platform.PublicAddress;

/** Makes the paper: the template {@code document/certificate.ftlh}, with its seal and the code that leads to the lookup. */
@Component
class CertificatePdf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Papers papers;
    private final Seal seal;
    private final PublicAddress address;

    CertificatePdf(Papers papers, Seal seal, PublicAddress address) {
        this.papers = papers;
        this.seal = seal;
        this.address = address;
    }

    /** @throws org.zhiping.document.Unprintable asked before a number is given away */
    void check(Printed printed) {
        papers.check("the holder's name", printed.holder());
        papers.check(new Paper("certificate.ftlh", model(printed), Map.of()));
    }

    /** @param photo of the holder, where the institution asks for one */
    byte[] render(Printed printed, Optional<byte[]> photo) {
        Map<String, byte[]> pictures = new HashMap<>();
        pictures.put("lookup", QrCode.png(address.of(
                "/lookup?number=" + URLEncoder.encode(printed.number(), StandardCharsets.UTF_8))));
        seal.picture().ifPresent(picture -> pictures.put("seal", picture));
        photo.ifPresent(picture -> pictures.put("photo", picture));
        return papers.render(new Paper("certificate.ftlh", model(printed), pictures));
    }

    private Map<String, ?> model(Printed printed) {
        return Map.of("printed", printed, "issuedOn", DAY.format(printed.issuedOn()),
                "issuedOnEn", DAY_EN.format(printed.issuedOn()), "lookup", address.of("/lookup"));
    }
}

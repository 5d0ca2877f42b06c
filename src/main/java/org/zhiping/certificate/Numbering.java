package org.zhiping.certificate;

import java.util.Map;
import org.zhiping.standard.Level;
import org.zhiping.standard.StandardPack;

/** How the certificates of one round are numbered: by the institution's own pattern where the standard's pack asks for one. */
record Numbering(NumberPattern pattern, String level) {

    static final String OWN = "certificate.pattern";

    static Numbering of(StandardPack pack, String levelCode, Map<String, ?> parameters) {
        Level level = pack.level(levelCode).orElseThrow(() -> new IllegalStateException("No level " + levelCode));
        String written = level.certificateDigit() == null ? level.code() : level.certificateDigit().toString();
        boolean own = pack.parameters().stream().anyMatch(spec -> spec.id().equals(OWN));
        NumberPattern pattern = own ? NumberPattern.own(text(parameters, OWN))
                : NumberPattern.national(text(parameters, "certificate.bodyKind"), text(parameters, "certificate.bodyCode"),
                        text(parameters, "certificate.province"), text(parameters, "certificate.site"));
        return new Numbering(pattern, written);
    }

    String number(Registry.Serial serial) {
        return NumberPattern.number(serial.series(), level, serial.value());
    }

    private static String text(Map<String, ?> parameters, String id) {
        Object value = parameters.get(id);
        return value == null ? "" : value.toString();
    }
}

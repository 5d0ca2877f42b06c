package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.zhiping.document.TestDocuments;

/** An applicant for 全媒体运营师 四级, direction 创意策划, from sign-up to certificate. */
final class Applicant {

    private static final String NAME = "张伟";
    private static final String EMPLOYER = "北京某传媒有限公司";

    private final Api api;
    private final String id;
    private final int serial;
    private String caseNumber;

    Applicant(Api api, int serial) {
        this.api = api;
        this.serial = serial;
        this.id = "bench-" + serial;
    }

    String account() {
        return id;
    }

    String caseNumber() {
        return caseNumber;
    }

    void apply(String round) {
        api.post(Act.action("sign up"), null, "/api/v1/accounts", Map.of("id", id, "name", NAME, "password", MeasuredProduct.PASSWORD,
                "email", id + "@zhiping.example"));
        String text = api.get(Act.read("read consent text"), id, "/api/v1/consents/text").get("version").textValue();
        api.post(Act.action("consent"), id, "/api/v1/consents", Map.of("version", text, "general", true, "sensitive", true));
        caseNumber = api.post(Act.action("start application"), id, "/api/v1/applications",
                Map.of("round", round, "level", "LEVEL_4", "direction", "A")).get("caseNumber").textValue();
        api.put(Act.action("save facts"), id, path("/facts"), Map.of(
                "person", Map.of("idType", "RESIDENT_ID", "idNumber", identityNumber(serial), "phone", "13800000000",
                        "applicantKind", "WORKER", "employer", EMPLOYER),
                "jobs", List.of(Map.of("employer", EMPLOYER, "occupation", "全媒体运营师", "from", "2018-03-01"))));
        JsonNode eligibility = api.get(Act.read("read eligibility"), id, path("/eligibility"));
        if (!eligibility.get("outcome").textValue().equals("eligible")) {
            throw new IllegalStateException("Not eligible: " + eligibility);
        }
        for (JsonNode material : api.get(Act.read("read materials"), id, path("/materials"))) {
            if (material.get("required").booleanValue() && !material.get("byApplication").booleanValue()) {
                String code = material.get("material").textValue();
                api.upload(Act.action("upload material"), id, path("/materials/" + code), TestDocuments.upload(code));
            }
        }
        api.post(Act.action("submit application"), id, path("/submit"), null);
    }

    /** Looks until the background has brought the case there. */
    void await(String status) {
        Patience.until(() -> api.get(Act.waiting("read own case"), id, path("")).get("status").textValue().equals(status),
                caseNumber + " " + status);
    }

    void takeCertificate() {
        await("CERTIFIED");
        byte[] pdf = api.download(Act.read("download certificate"), id, path("/certificate"));
        if (pdf.length < 1000) {
            throw new IllegalStateException("No certificate: " + pdf.length + " bytes");
        }
        String number = api.get(Act.read("read own case, certified"), id, path("")).get("certificateNumber").textValue();
        JsonNode found = api.get(Act.read("look up certificate"), null, "/api/v1/certificates?number=" + number + "&name=%E5%BC%A0%E4%BC%9F");
        if (!found.get("status").textValue().equals("VALID")) {
            throw new IllegalStateException("Not valid: " + found);
        }
    }

    private String path(String rest) {
        return "/api/v1/applications/" + caseNumber + rest;
    }

    /** A different person each time: a birthday a thousand people share, a serial number, the check character of GB 11643. */
    private static String identityNumber(int serial) {
        String body = "110105" + LocalDate.of(1950, 1, 1).plusDays(serial / 1000).format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format("%03d", serial % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}

package org.zhiping.platform.web;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** Builds RFC 9457 problem documents. */
public final class Problems {

    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 429);

    private Problems() {
    }

    public static ProblemDetail of(Refusal refusal, Texts texts) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(refusal.kind().status()), refusal.getMessage(), texts.of(refusal));
        problem.setProperty("errors", refusal.faults().stream()
                .map(fault -> Map.of("field", fault.field(), "code", fault.code(), "message", texts.of(fault))).toList());
        return problem;
    }

    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }

    static int known(HttpStatusCode status) {
        return TOLD.contains(status.value()) ? status.value() : 400;
    }
}

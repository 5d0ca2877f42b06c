package org.zhiping.review;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A list of reasons that cannot be used; the message says where and why. */
class BadReasonCodes extends RuntimeException {

    private final String file;

    BadReasonCodes(String file, List<String> faults) {
        super(String.join("\n", faults));
        this.file = file;
    }

    /** Says it at the start instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<BadReasonCodes> {

        @Override
        protected FailureAnalysis analyze(Throwable root, BadReasonCodes bad) {
            return new FailureAnalysis("审核理由代码文件有误 The file of reason codes has faults: " + bad.file + "\n" + bad.getMessage(),
                    "改正上述各处后再启动，或移走该文件以使用随产品提供的代码。\nCorrect them and start again, or move the file away to use the codes that come with the product.", bad);
        }
    }
}

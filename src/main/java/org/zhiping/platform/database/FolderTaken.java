package org.zhiping.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in both languages what to do when another run uses the data folder. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FolderTaken extends AbstractFailureAnalyzer<FolderTaken.Failure> {

    /** Another run has the data folder. */
    static final class Failure extends IllegalStateException {

        Failure(String folder, Throwable cause) {
            super(folder, cause);
        }
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, Failure taken) {
        return new FailureAnalysis("另一个职评正在使用数据目录 " + taken.getMessage() + "，本次没有启动。\n"
                + "Another Zhiping runs on the data folder " + taken.getMessage() + "; this one has not started.",
                "停止那一个，或给这一个另设数据目录：--zhiping.data-dir=…\nStop that one, or give this one a folder of its own: --zhiping.data-dir=…", taken);
    }
}

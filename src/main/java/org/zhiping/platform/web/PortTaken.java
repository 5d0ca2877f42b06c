package org.zhiping.platform.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in both languages what to do when something else listens on the port. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        return new FailureAnalysis("端口 " + taken.getPort() + " 已被占用，职评没有启动。\nPort " + taken.getPort() + " is taken; Zhiping has not started.",
                "停止占用该端口的程序，或换一个端口：--server.port=8081\nStop what listens on it, or take another port: --server.port=8081", taken);
    }
}

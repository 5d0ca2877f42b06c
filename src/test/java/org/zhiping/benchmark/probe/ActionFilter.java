package org.zhiping.benchmark.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;

/** Counts a request for the action that its header names, and answers at an address of its own what was counted. */
final class ActionFilter extends HttpFilter {

    static final String ACTION = "X-Benchmark-Action";
    static final String FIGURES = "/benchmark-figures";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient Tallies tallies;

    ActionFilter(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(FIGURES)) {
            answer(request, response);
            return;
        }
        String action = request.getHeader(ACTION);
        tallies.enter(action == null ? "other requests" : action);
        Tally tally = tallies.current();
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            chain.doFilter(request, response);
        } finally {
            tally.request(THREADS.getCurrentThreadCpuTime() - before);
            tallies.enter(null);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("DELETE")) {
            tallies.reset();
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        }
        response.setContentType("application/json");
        JSON.writeValue(response.getOutputStream(), Map.of("actions", tallies.figures(),
                "cpuNanos", ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
                "peakHeapBytes", heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum()));
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }
}

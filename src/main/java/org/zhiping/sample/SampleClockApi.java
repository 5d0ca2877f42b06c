package org.zhiping.sample;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;

/** The sample's time, for programs. */
@RestController
@RequestMapping("/api/desk/sample-clock")
@ConditionalOnProperty("zhiping.sample.enabled")
@Tag(name = "desk", description = "业务台")
class SampleClockApi {

    /** @param days to move forward, 1–3660 */
    record Step(int days) {
    }

    record Time(Instant now, Instant nextTimer) {
    }

    private final SampleClock clock;
    private final CurrentUser user;

    SampleClockApi(SampleClock clock, CurrentUser user) {
        this.clock = clock;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "样例机构的时间")
    Time time() {
        user.require(SampleClockPages.MOVERS);
        return new Time(clock.now(), clock.nextTimer().orElse(null));
    }

    @PostMapping
    @Operation(summary = "把样例机构的时间向前拨若干天")
    Time move(@RequestBody Step step) {
        user.require(SampleClockPages.MOVERS);
        clock.forward(step.days());
        return time();
    }
}

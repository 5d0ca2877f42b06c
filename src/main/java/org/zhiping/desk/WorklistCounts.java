package org.zhiping.desk;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.worklist.WorkFilter;
import org.zhiping.worklist.WorkReaders;
import org.zhiping.worklist.Worklist;

/** How long the reader's lists are, for Tasklist, which leads to those that it cannot show by itself. */
@RestController
class WorklistCounts {

    private final Worklist worklist;
    private final WorkReaders readers;
    private final CurrentUser user;

    WorklistCounts(Worklist worklist, WorkReaders readers, CurrentUser user) {
        this.worklist = worklist;
        this.readers = readers;
        this.user = user;
    }

    @GetMapping("/desk/worklist/counts")
    Map<String, Integer> counts() {
        user.require(DeskRoles.CASE_WORK);
        return worklist.counts(readers.of(user.id()), WorkFilter.NONE).entrySet().stream()
                .collect(Collectors.toMap(count -> count.getKey().id(), Map.Entry::getValue));
    }
}

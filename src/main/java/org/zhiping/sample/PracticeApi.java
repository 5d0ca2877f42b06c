package org.zhiping.sample;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;

/** Practice cases of the sample institution, for programs. */
@RestController
@RequestMapping("/api/desk/practice-cases")
@ConditionalOnProperty("zhiping.sample.enabled")
@Tag(name = "desk", description = "业务台")
class PracticeApi {

    private final PracticeCases practice;
    private final CurrentUser user;

    PracticeApi(PracticeCases practice, CurrentUser user) {
        this.practice = practice;
        this.user = user;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "在样例机构中准备一组练习案卷")
    PracticeCases.PreparedSet prepare() {
        user.require(PracticePages.PREPARERS);
        return practice.prepare();
    }
}

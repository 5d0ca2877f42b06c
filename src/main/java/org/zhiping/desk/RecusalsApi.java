package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.DeclaredRecusals;
import org.zhiping.identity.CurrentUser;

/** Staff declare that they must keep out of a case. */
@RestController
@RequestMapping("/api/desk/recusals")
@Tag(name = "desk", description = "业务台")
class RecusalsApi {

    record Declaration(String caseNumber, String reason) {
    }

    private final DeclaredRecusals recusals;
    private final CurrentUser user;

    RecusalsApi(DeclaredRecusals recusals, CurrentUser user) {
        this.recusals = recusals;
        this.user = user;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "申报回避")
    void declare(@RequestBody Declaration declaration) {
        recusals.declare(user.id(), declaration.caseNumber(), declaration.reason());
    }

    @GetMapping
    @Operation(summary = "本人已申报的回避")
    List<DeclaredRecusals.Declared> mine() {
        return recusals.of(user.id());
    }
}

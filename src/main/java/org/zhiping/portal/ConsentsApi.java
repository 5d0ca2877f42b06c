package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.consent.Consent;
import org.zhiping.consent.ConsentText;
import org.zhiping.consent.Consents;
import org.zhiping.consent.Purpose;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/** Agreeing to the use of personal data. */
@RestController
@RequestMapping("/api/v1/consents")
@Tag(name = "个人信息处理同意")
class ConsentsApi {

    /** @param general to the text as a whole; @param sensitive separately, to the use of ID number and photo */
    record Given(String version, boolean general, boolean sensitive) {
    }

    record Text(String version, String hash, String general, String sensitive) {
    }

    private final Consents consents;
    private final CurrentUser user;

    ConsentsApi(Consents consents, CurrentUser user) {
        this.consents = consents;
        this.user = user;
    }

    @GetMapping("/text")
    @SecurityRequirements
    @Operation(summary = "现行的告知书文本与版本")
    Text text() {
        ConsentText text = consents.text();
        var words = text.words().get(Language.now());
        return new Text(text.version(), text.hash(), words.get(Purpose.GENERAL), words.get(Purpose.SENSITIVE));
    }

    @GetMapping
    @Operation(summary = "本人的同意记录，新的在前")
    List<Consent> mine() {
        return consents.of(user.id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "同意个人信息处理", description = "general 与 sensitive（敏感个人信息的单独同意）都须为 true；version 须为现行版本。首次申报之前必须同意，否则答 403 consent-missing。")
    List<Consent> give(@RequestBody Given given) {
        if (!given.general() || !given.sensitive()) {
            throw Refusal.invalid(given.general() ? "sensitive" : "general", "consent-both");
        }
        consents.give(user.id(), given.version());
        return mine();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回同意", description = "此后不再接受新的申报和修改；正在办理的申报由工作人员处理。")
    void withdraw() {
        consents.withdraw(user.id());
    }
}

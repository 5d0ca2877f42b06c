package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.signup.Proof;
import org.zhiping.signup.Proofs;
import org.zhiping.signup.Purpose;

/** One-time codes, a new password and confirmed contacts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "申请人账号")
class CodesApi {

    /** @param contact mail address or mobile number */
    record Wanted(String contact, Purpose purpose) {

        @Override
        public String toString() {
            return "Wanted[" + purpose + "]";
        }
    }

    record Password(UUID proof, String code, String password) {

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    record Typed(UUID proof, String code) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    private final Proofs proofs;
    private final CurrentUser user;

    CodesApi(Proofs proofs, CurrentUser user) {
        this.proofs = proofs;
        this.user = user;
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirements
    @Operation(summary = "获取验证码", description = "purpose：SIGN_UP 注册、PASSWORD 重设密码、CONTACT 验证联系方式（须登录）。无论该联系方式是否已注册，答复都一样。")
    Proof send(@RequestBody Wanted wanted, HttpServletRequest request) {
        if (wanted.purpose() == null) {
            throw Refusal.invalid("purpose", "code-purpose");
        }
        return proofs.find(switch (wanted.purpose()) {
            case SIGN_UP -> proofs.forSignUp(wanted.contact(), request.getRemoteAddr());
            case PASSWORD -> proofs.forPassword(wanted.contact(), request.getRemoteAddr());
            case CONTACT -> proofs.forContact(user.id(), wanted.contact(), request.getRemoteAddr());
        });
    }

    @PostMapping("/codes/{proof}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirements
    @Operation(summary = "重新获取验证码", description = "间隔至少一分钟，最多发送 3 次。")
    Proof again(@PathVariable UUID proof, HttpServletRequest request) {
        proofs.again(proof, request.getRemoteAddr());
        return proofs.find(proof);
    }

    @PostMapping("/passwords")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(summary = "凭验证码重设密码")
    void setPassword(@RequestBody Password wanted) {
        proofs.setPassword(known(wanted.proof()), wanted.code(), wanted.password() == null ? "" : wanted.password());
    }

    @PostMapping("/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "凭验证码确认邮箱或手机号码", description = "确认后即属于本账号，通知发送到这里，也可以用它登录。")
    void confirm(@RequestBody Typed typed) {
        proofs.confirm(user.id(), known(typed.proof()), typed.code());
    }

    static UUID known(UUID proof) {
        if (proof == null) {
            throw Refusal.invalid("proof", "code-over");
        }
        return proof;
    }
}

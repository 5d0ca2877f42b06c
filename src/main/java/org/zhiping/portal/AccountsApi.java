package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.MailAddress;
import org.zhiping.platform.Refusal;
import org.zhiping.signup.Channels;
import org.zhiping.signup.Proofs;

/** An applicant registers, with a code that was sent to them or under an account of their own naming. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "申请人账号")
class AccountsApi {

    /**
     * @param id         sign-in name; absent with a code
     * @param name       as on the identity document
     * @param email      with an id: a code goes there, and notices once it is confirmed; may be left out
     * @param proof      from {@code POST /api/v1/codes}, with {@code code}
     * @param sureOfName the name holds although a group registered another
     */
    record Registration(String id, String name, String password, String email, UUID proof, String code, boolean sureOfName) {

        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    /** @param proof to confirm the mail address with; absent where none was given */
    record Registered(String id, String name, UUID proof) {
    }

    private final Accounts accounts;
    private final Proofs proofs;
    private final Channels channels;

    AccountsApi(Accounts accounts, Proofs proofs, Channels channels) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.channels = channels;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "注册申请人账号", description = "姓名须与身份证件一致。两种方式：填 proof 和 code（先用 POST /api/v1/codes 获取验证码），账号由系统给定；"
            + "或者自定 id，此时 email 可填可不填，填写的会收到验证码，用 POST /api/v1/contacts 确认后才接收通知。之后的请求用 HTTP Basic 登录。")
    Registered register(@RequestBody Registration wanted, HttpServletRequest request) {
        String password = wanted.password() == null ? "" : wanted.password();
        if (wanted.proof() != null) {
            Account account = proofs.signUp(wanted.proof(), wanted.code(), text(wanted.name()), password, wanted.sureOfName());
            return new Registered(account.id(), account.name(), null);
        }
        MailAddress email = MailAddress.of(wanted.email());
        Account account = accounts.register(text(wanted.id()), text(wanted.name()), password);
        return new Registered(account.id(), account.name(), email != null && channels.mail() ? asked(account, email, request) : null);
    }

    /** The account is there, even where no code can be sent now. */
    private UUID asked(Account account, MailAddress email, HttpServletRequest request) {
        try {
            return proofs.forContact(account.id(), email.value(), request.getRemoteAddr());
        } catch (Refusal tooMany) {
            return null;
        }
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}

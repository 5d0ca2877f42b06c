package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;

/** An applicant registers. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "申请人账号")
class AccountsApi {

    /** @param id sign-in name; @param name as on the identity document; @param email where notices are sent, may be left out */
    record Registration(String id, String name, String password, String email) {

        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    record Registered(String id, String name) {
    }

    private final Accounts accounts;

    AccountsApi(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "注册申请人账号", description = "姓名须与身份证件一致；填写 email 的，通知同时发送到该邮箱，语言按 Accept-Language。之后的请求用 HTTP Basic 登录。")
    Registered register(@RequestBody Registration registration) {
        Account account = accounts.register(text(registration.id()), text(registration.name()),
                registration.password() == null ? "" : registration.password(), text(registration.email()));
        return new Registered(account.id(), account.name());
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}

package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.StaffDocuments;
import org.zhiping.platform.Refusal;

/** Identity documents of staff, for programs: nobody gets a whole number back. */
@RestController
@RequestMapping("/api/desk/accounts")
@Tag(name = "desk", description = "业务台")
class StaffDocumentsApi {

    record Document(String idType, String idNumber) {
    }

    /** @param idNumber masked */
    record Line(String idType, String idNumber, String recordedBy, Instant recordedAt) {

        static Line of(StaffDocuments.Recorded recorded) {
            return new Line(recorded.idType(), recorded.masked(), recorded.by(), recorded.at());
        }
    }

    private final StaffDocuments documents;
    private final Accounts accounts;
    private final CurrentUser user;

    StaffDocumentsApi(StaffDocuments documents, Accounts accounts, CurrentUser user) {
        this.documents = documents;
        this.accounts = accounts;
        this.user = user;
    }

    @GetMapping("/without-document")
    @Operation(summary = "未登记身份证件的办案人员 (administrator)")
    List<String> without() {
        user.require(Role.ADMINISTRATOR);
        Set<String> known = documents.known();
        return accounts.all().stream().filter(account -> lacks(account, known)).map(Account::id).toList();
    }

    /** Whose own cases may go unnoticed. */
    static boolean lacks(Account account, Set<String> known) {
        return account.enabled() && account.hasCaseWork() && !known.contains(account.id());
    }

    @GetMapping("/{account}/document")
    @Operation(summary = "工作人员的身份证件，号码已遮盖 (administrator, or oneself)")
    Line of(@PathVariable String account) {
        requireMay(account);
        return documents.of(account).map(Line::of).orElseThrow(() -> Refusal.notFound("staff-document-none", account));
    }

    @PutMapping("/{account}/document")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "登记工作人员的身份证件 (administrator, or oneself once)")
    void record(@PathVariable String account, @RequestBody Document document) {
        requireMay(account);
        documents.record(account, document.idType(), document.idNumber(), user.id());
    }

    @DeleteMapping("/{account}/document")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除登记的身份证件 (administrator)")
    void remove(@PathVariable String account) {
        user.require(Role.ADMINISTRATOR);
        documents.remove(account, user.id());
    }

    private void requireMay(String account) {
        if (!account.equals(user.id())) {
            user.require(Role.ADMINISTRATOR);
        }
    }
}

package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.platform.Language;
import org.zhiping.review.Reason;
import org.zhiping.review.ReturnedItem;

/** What a return asks for, item by item, and what the applicant says to it. */
@RestController
@RequestMapping("/api/v1/applications/{caseNumber}/supplement")
@Tag(name = "申报")
class SupplementApi {

    /**
     * @param named  false where nothing was marked and everything may be changed
     * @param open   materials for which files are taken now
     */
    record Asked(boolean named, List<Item> items, Set<String> open) {
    }

    /**
     * @param kind  MATERIAL, FACT or QUESTION
     * @param text  what the reviewer wrote; may be empty
     * @param opens parts of the facts that may be changed on account of it, such as {@code jobs[0]}; {@code *} for all
     * @param was   what was stated; only of a fact
     */
    record Item(int position, String kind, String id, String name, List<Why> reasons, String text, Set<String> opens, boolean answered,
                String note, String was, String is) {

        static Item of(ReturnedItem one) {
            return new Item(one.item().position(), one.item().kind().name(), one.item().id(), one.state().name(),
                    one.reasons().stream().map(Why::of).toList(), one.text(), one.item().opens(), one.answered(), one.item().note(),
                    one.state().was(), one.state().is());
        }
    }

    /** A reason by its code. */
    record Why(String code, String words, String advice) {

        static Why of(Reason reason) {
            return new Why(reason.code(), reason.in(Language.now()), reason.adviceIn(Language.now()));
        }
    }

    /** @param note empty to take it back */
    record Note(String note) {
    }

    private final Intake intake;
    private final ReturnedViews returned;
    private final CurrentUser user;

    SupplementApi(Intake intake, ReturnedViews returned, CurrentUser user) {
        this.intake = intake;
        this.returned = returned;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "退回时指出的事项", description = "named 为 false 时没有逐项指出，全部内容都可以修改；否则只能修改所指出的内容和因此新增的必交材料。")
    Asked asked(@PathVariable String caseNumber) {
        Application application = intake.open(user.id(), caseNumber);
        Returned now = returned.of(application);
        return new Asked(now.named(), now.items().stream().map(Item::of).toList(), application.status().editable() ? now.open() : Set.of());
    }

    @PutMapping("/items/{position}")
    @Operation(summary = "说明一项补正", description = "可以代替重新上传，也可以同时上传；空的说明即撤销。")
    Asked note(@PathVariable String caseNumber, @PathVariable int position, @RequestBody Note note) {
        intake.note(user.id(), caseNumber, position, note.note());
        return asked(caseNumber);
    }
}

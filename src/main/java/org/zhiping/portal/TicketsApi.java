package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.Ticket;
import org.zhiping.exam.TicketPapers;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Intake;
import org.zhiping.page.FileAnswers;

/** The admission tickets of one's own application. */
@RestController
@RequestMapping("/api/v1/applications/{caseNumber}/tickets")
@Tag(name = "准考证")
class TicketsApi {

    private final Intake intake;
    private final Sessions sessions;
    private final TicketPapers papers;
    private final CurrentUser user;

    TicketsApi(Intake intake, Sessions sessions, TicketPapers papers, CurrentUser user) {
        this.intake = intake;
        this.sessions = sessions;
        this.papers = papers;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "本人的准考证", description = "released 为 true 的已经失效。")
    List<Ticket> tickets(@PathVariable String caseNumber) {
        return sessions.tickets(intake.open(user.id(), caseNumber).caseNumber());
    }

    @GetMapping(value = "/{number}", produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "下载准考证（PDF）", description = "座位已释放的准考证答 404。")
    ResponseEntity<byte[]> paper(@PathVariable String caseNumber, @PathVariable String number) {
        byte[] pdf = papers.of(intake.open(user.id(), caseNumber).caseNumber(), number);
        return FileAnswers.download(number + ".pdf", MediaType.APPLICATION_PDF_VALUE, pdf);
    }
}

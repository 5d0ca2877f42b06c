package org.zhiping.desk;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.exam.TicketPapers;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.web.Page;

/** Admission tickets for the wall or for a candidate at the door. They bear names in full; exam officers print them. */
@Page
@RequestMapping("/desk/sessions/{number}/tickets")
class TicketPages {

    private final TicketPapers papers;
    private final CurrentUser user;

    TicketPages(TicketPapers papers, CurrentUser user) {
        this.papers = papers;
        this.user = user;
    }

    @GetMapping
    ResponseEntity<byte[]> all(@PathVariable String number) {
        user.require(Role.EXAM_OFFICER);
        return FileAnswers.download(number + ".pdf", MediaType.APPLICATION_PDF_VALUE, papers.ofSession(number));
    }

    @GetMapping("/{caseNumber}")
    ResponseEntity<byte[]> one(@PathVariable String number, @PathVariable String caseNumber) {
        user.require(Role.EXAM_OFFICER);
        return FileAnswers.download(number + "-" + caseNumber + ".pdf", MediaType.APPLICATION_PDF_VALUE,
                papers.ofSeat(number, caseNumber));
    }
}

package org.zhiping.exam;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Paper;
import org.zhiping.document.Papers;
import org.zhiping.document.Unprintable;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Portraits;
import org.zhiping.platform.Refusal;

/** Admission tickets on paper, one page each. Who may have one is decided by the caller. */
@Component
@Transactional(readOnly = true)
public class TicketPapers {

    private final SeatTable seats;
    private final Applications applications;
    private final TicketSheets sheets;
    private final Portraits portraits;
    private final Papers papers;

    TicketPapers(SeatTable seats, Applications applications, TicketSheets sheets, Portraits portraits, Papers papers) {
        this.seats = seats;
        this.applications = applications;
        this.sheets = sheets;
        this.portraits = portraits;
        this.papers = papers;
    }

    /** @throws Refusal (NOT_FOUND) when the case has no such ticket, or its seat was given back */
    public byte[] of(String caseNumber, String ticketNumber) {
        return printOne(caseNumber, held -> held.number().equals(ticketNumber));
    }

    /** @throws Refusal (NOT_FOUND) as {@link #of} */
    public byte[] ofSeat(String sessionNumber, String caseNumber) {
        return printOne(caseNumber, held -> held.sessionNumber().equals(sessionNumber));
    }

    private byte[] printOne(String caseNumber, Predicate<Ticket> wanted) {
        Ticket ticket = seats.tickets(caseNumber).stream().filter(wanted).findFirst()
                .orElseThrow(() -> Refusal.notFound("ticket-unknown"));
        if (ticket.released()) {
            throw Refusal.notFound("ticket-released", ticket.number());
        }
        return print(List.of(ticket));
    }

    /** All that still admit to the session, in the order of seats. @throws Refusal (NOT_FOUND) when there is none */
    public byte[] ofSession(String sessionNumber) {
        List<Ticket> tickets = seats.ticketsOfSession(sessionNumber);
        if (tickets.isEmpty()) {
            throw Refusal.notFound("no-tickets-yet", sessionNumber);
        }
        return print(tickets);
    }

    private byte[] print(List<Ticket> tickets) {
        Map<String, Application> cases = applications.find(tickets.stream().map(Ticket::caseNumber).distinct().toList()).stream()
                .collect(Collectors.toMap(Application::caseNumber, application -> application));
        Map<String, byte[]> pictures = new TreeMap<>();
        IntStream.range(0, tickets.size()).forEach(i -> portraits.of(cases.get(tickets.get(i).caseNumber()))
                .ifPresent(photo -> pictures.put("photo-" + i, photo)));
        Paper paper = new Paper("ticket.ftlh", Map.of("tickets", tickets.stream()
                .map(ticket -> sheets.of(ticket, cases.get(ticket.caseNumber()))).toList()), pictures);
        try {
            papers.check(paper);
            return papers.render(paper);
        } catch (Unprintable missing) {
            throw Refusal.conflict("ticket-unprintable", missing.character());
        }
    }
}

package org.zhiping.exam;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.exam.TicketSheet.Said;
import org.zhiping.intake.Application;
import org.zhiping.platform.Institution;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Gathers what a ticket says. Its rules are the setting {@code zhiping.institution.ticket-notes}, a line each. */
@Component
class TicketSheets {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）HH:mm", ZH);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", EN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Packs packs;
    private final Institution institution;
    private final Texts texts;
    private final Clock clock;
    private final String notes;

    TicketSheets(Packs packs, Institution institution, Texts texts, Clock clock,
                 @Value("${zhiping.institution.ticket-notes:}") String notes) {
        this.packs = packs;
        this.institution = institution;
        this.texts = texts;
        this.clock = clock;
        this.notes = notes;
    }

    TicketSheet of(Ticket ticket, Application application) {
        StandardPack pack = packs.find(application.standard(), application.edition());
        return new TicketSheet(ticket, application.applicantName(), MaskedIdNumber.of(application.claims().person().idNumber()),
                new Said(institution.name(), institution.nameEn()), said(Optional.of(pack)), said(pack.level(application.level())),
                said(pack.direction(application.direction())), said(pack.part(ticket.part())), when(ticket),
                new Said(institution.contact(), ""), notes());
    }

    private Said when(Ticket ticket) {
        ZonedDateTime from = ticket.startsAt().atZone(clock.getZone());
        String until = TIME.format(from.plusMinutes(ticket.minutes()));
        String offset = from.getOffset().getId().replace(":00", "").replaceFirst("(?<=[+-])0", "");
        return new Said(DAY.format(from) + "—" + until + texts.of(ZH, "exam.ticket.zone", offset),
                DAY_EN.format(from) + " to " + until + " " + texts.of(EN, "exam.ticket.zone", offset));
    }

    private List<Said> notes() {
        return notes.isBlank()
                ? List.of(both("exam.ticket.note.bring"), both("exam.ticket.note.ask"))
                : notes.lines().filter(line -> !line.isBlank()).map(line -> new Said(line.strip(), "")).toList();
    }

    private Said both(String code) {
        return new Said(texts.of(ZH, code), texts.of(EN, code));
    }

    private static Said said(Optional<? extends Named> thing) {
        return thing.map(known -> new Said(known.name(), known.in(EN))).orElse(Said.NOTHING);
    }
}

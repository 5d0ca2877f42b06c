package org.zhiping.exam;

import java.util.List;

/**
 * What one ticket says. Chinese first; the same in English beside it.
 *
 * @param direction empty where the standard has none
 * @param idNumber  its middle masked
 * @param notes     the institution's own rules
 */
public record TicketSheet(Ticket ticket, String holder, String idNumber, Said institution, Said occupation, Said level,
                          Said direction, Said part, Said when, Said contact, List<Said> notes) {

    /** The same words in both languages. */
    public record Said(String zh, String en) {

        static final Said NOTHING = new Said("", "");
    }
}

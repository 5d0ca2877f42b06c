package org.zhiping.certificate;

import java.time.LocalDate;
import java.util.List;

/**
 * What the paper says, word for word, so that a later change of a standard or of the institution's parameters changes
 * no certificate.
 *
 * @param idNumber  the holder's ID number with its middle masked
 * @param direction empty where the standard has none
 * @param marks     empty when the institution prints none
 * @param remarks   what the standard leaves open and the institution has set
 * @param english   the same beside the Chinese; the Chinese counts
 */
public record Printed(String number, String heading, String institution, String holder, String idNumber,
                      String occupation, String standardTitle, String level, String direction, List<Mark> marks,
                      List<String> remarks, LocalDate issuedOn, English english) {

    /** @param score as shown to people; empty when the institution prints no scores */
    public record Mark(String part, String partEn, String score) {
    }

    /** Names in English; the holder's is printed as it is registered, never transcribed. */
    public record English(String heading, String institution, String occupation, String standardTitle, String level,
                          String direction) {
    }

    public Printed {
        marks = List.copyOf(marks);
        remarks = List.copyOf(remarks);
    }

    Printed numbered(String given) {
        return new Printed(given, heading, institution, holder, idNumber, occupation, standardTitle, level, direction,
                marks, remarks, issuedOn, english);
    }
}

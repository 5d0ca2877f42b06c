package org.zhiping.group;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.zhiping.group.Column.Kind;
import org.zhiping.platform.Refusal.Fault;

/** Makes text of cells, whatever a spreadsheet program has made of what was typed. */
final class Cells {

    /** A spreadsheet keeps so many digits of a number. */
    private static final int KEPT_DIGITS = 15;
    private static final int LONGEST = 500;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00a0\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern ROUNDED = Pattern.compile("\\d([.]\\d+)?[Ee][+]?\\d+");
    private static final Pattern COMPACT_DATE = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private final boolean since1904;

    Cells(boolean since1904) {
        this.since1904 = since1904;
    }

    /** What a cell says, or what is wrong with it. */
    record Read(String text, Fault fault) {
    }

    Read read(Column column, Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return said("");
        }
        return switch (cell.getType()) {
            case FORMULA -> wrong(column, "cell-formula");
            case ERROR -> wrong(column, "cell-error");
            case NUMBER -> number(column, cell.asNumber());
            default -> text(column, cell.getText());
        };
    }

    private Read number(Column column, BigDecimal number) {
        if (column.kind() == Kind.IDENTITY && number.precision() - number.scale() > KEPT_DIGITS) {
            return wrong(column, "cell-rounded");
        }
        return text(column, number.stripTrailingZeros().toPlainString());
    }

    private Read text(Column column, String typed) {
        String text = INVISIBLE.matcher(typed).replaceAll("").strip();
        if (column.kind() != Kind.TEXT) {
            text = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("^'|\\s+", "");
        }
        if (text.length() > LONGEST) {
            return wrong(column, "cell-too-long", LONGEST);
        }
        return switch (column.kind()) {
            case IDENTITY -> ROUNDED.matcher(text).matches() ? wrong(column, "cell-rounded") : said(text.toUpperCase(Locale.ROOT));
            case DATE -> said(date(text));
            case CHOICE -> choice(column, text);
            default -> said(text);
        };
    }

    private static Read choice(Column column, String text) {
        if (text.isEmpty()) {
            return said("");
        }
        return Optional.ofNullable(column.codes().get(plain(text))).map(Cells::said).orElseGet(() -> wrong(column, "cell-not-of-the-list", text));
    }

    /** Days since 1900 become a date, as does 20210901; what a date is not stays as it was typed, for the person to be told. */
    private String date(String text) {
        Matcher compact = COMPACT_DATE.matcher(text);
        if (compact.matches()) {
            return "%s-%s-%s".formatted(compact.group(1), compact.group(2), compact.group(3));
        }
        String day = text.replaceAll("[.]\\d+$", "");
        if (SERIAL.matcher(day).matches()) {
            return (since1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(Long.parseLong(day)).toString();
        }
        return text.replaceAll("T?00:00(:00)?$", "");
    }

    /** For headings and choices: what looks the same is the same. */
    static String plain(String text) {
        return INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("")
                .replaceAll("[\\s*·・•.,，。:：_—/()（）-]", "").toLowerCase(Locale.ROOT);
    }

    private static Read said(String text) {
        return new Read(text, null);
    }

    private static Read wrong(Column column, String code, Object... args) {
        return new Read("", new Fault(column.path(), code, args));
    }
}

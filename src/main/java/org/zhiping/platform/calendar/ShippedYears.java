package org.zhiping.platform.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The years that come with the product, one file each, from the notices of the State Council. A year is taken over once:
 * what the institution has entered or taken out stays as it is.
 */
@Component
class ShippedYears implements SmartInitializingSingleton {

    /** As the notice says it: a holiday from a day to a day, and the weekend days worked in exchange. */
    record Holiday(String name, String from, String to, List<String> workingDays) {

        Stream<SpecialDay> days() {
            List<String> makeUp = workingDays == null ? List.of() : workingDays;
            return Stream.concat(LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).map(day -> new SpecialDay(day, false, name)),
                    makeUp.stream().map(day -> new SpecialDay(LocalDate.parse(day), true, name)));
        }
    }

    record Arrangement(int year, String source, List<Holiday> holidays) {

        List<SpecialDay> days() {
            return holidays.stream().flatMap(Holiday::days).toList();
        }
    }

    private final CalendarYears years;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedYears(CalendarYears years, PlatformTransactionManager transactions, Clock clock) {
        this.years = years;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Before any job of the engine runs. */
    @Override
    public void afterSingletonsInstantiated() {
        read().forEach(shipped -> transaction.executeWithoutResult(status -> take(shipped)));
    }

    private void take(Arrangement shipped) {
        if (years.find(shipped.year()).isEmpty()) {
            shipped.days().forEach(years::setIfAbsent);
            years.cover(new CalendarYear(shipped.year(), shipped.source(), null, clock.instant()));
            years.record(null, "year-shipped", String.valueOf(shipped.year()), shipped.source());
        }
    }

    static List<Arrangement> read() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:calendar/*.yaml");
            List<Arrangement> read = new ArrayList<>();
            for (Resource file : Arrays.stream(files).sorted((a, b) -> a.getFilename().compareTo(b.getFilename())).toList()) {
                try (InputStream yaml = file.getInputStream()) {
                    read.add(new ObjectMapper(new YAMLFactory()).readValue(yaml, Arrangement.class));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.zhiping.benchmark;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param cases       whole cases that are counted
 * @param warmUp      whole cases played before, which are not
 * @param candidates  cases of one examination session, 5 or more in real life
 * @param singleCases cases of a second measurement, each with sessions of its own
 * @param clients     people who act at the same time
 * @param commitSeconds length of each measurement of the commit rate
 * @param report      where the JSON goes
 */
record Settings(int cases, int warmUp, int candidates, int singleCases, int clients, int commitSeconds, Path report) {

    static Settings fromProperties() {
        return new Settings(number("cases", 500), number("warmUp", 500), number("candidates", 10), number("singleCases", 40),
                number("clients", 8), number("commitSeconds", 10), Path.of(System.getProperty("report", "target/benchmark.json")));
    }

    /** Every statement by act, for who wants to know where it goes. */
    Path beside(String what) {
        return report.resolveSibling(report.getFileName().toString().replaceFirst("(\\.json)?$", what + ".json"));
    }

    private static int number(String name, int otherwise) {
        String given = System.getProperty(name, "");
        return given.isBlank() || given.startsWith("${") ? otherwise : Integer.parseInt(given);
    }
}

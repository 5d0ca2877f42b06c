package org.zhiping.sample;

import java.util.List;
import java.util.Map;

/** The content of {@code sample/institution.yaml}. */
record SampleData(List<Person> accounts, List<Person> applicants, List<SampleRound> rounds) {

    /** @param roles role ids; null for an applicant */
    record Person(String id, String name, List<String> roles) {
    }

    record SampleRound(String standard, String edition, List<String> levels, List<String> directions, int openDays,
                       Map<String, String> parameters) {
    }
}

package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Plays cases with several clients at once. A client takes the candidates of one session from sign-up to certificate, then the next. */
final class Play {

    private final String address;
    private final int clients;
    private final AtomicInteger people = new AtomicInteger();

    Play(String address, int clients) {
        this.address = address;
        this.clients = clients;
    }

    /** @return how long each call took */
    Latencies cases(int number, int perSession) throws Exception {
        Latencies latencies = new Latencies();
        AtomicInteger left = new AtomicInteger(number);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Void>> loops = IntStream.range(0, clients).mapToObj(client -> (Callable<Void>) () -> {
                Api api = new Api(address, latencies);
                String round = round(api);
                for (int before = left.getAndAdd(-perSession); before > 0; before = left.getAndAdd(-perSession)) {
                    group(api, round, Math.min(before, perSession));
                }
                return null;
            }).toList();
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return latencies;
    }

    private static String round(Api api) {
        for (JsonNode round : api.get(Act.read("read rounds"), null, "/api/v1/rounds")) {
            if (round.get("standard").textValue().equals("all-media-operator")) {
                return round.get("number").textValue();
            }
        }
        throw new IllegalStateException("No round is open");
    }

    private void group(Api api, String round, int size) {
        List<Applicant> applicants = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            applicants.add(new Applicant(api, people.incrementAndGet()));
        }
        applicants.forEach(applicant -> applicant.apply(round));
        List<String> cases = applicants.stream().map(Applicant::caseNumber).toList();
        Staff staff = new Staff(api);
        cases.forEach(staff::review);
        applicants.forEach(applicant -> applicant.await("ACCEPTED"));
        Sitting sitting = new Sitting(api, staff, round);
        sitting.hold("THEORY", List.of("evaluator-1"), cases);
        sitting.hold("SKILL", List.of("evaluator-1", "evaluator-2", "evaluator-3"), cases);
        cases.forEach(staff::approve);
        applicants.forEach(Applicant::takeCertificate);
    }
}

package org.zhiping.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Something was done in a case, or in several at once, that belongs in the record of each. Whoever publishes it does so in the
 * transaction that does it; module {@code record} writes it down when that transaction commits.
 *
 * @param cases   case numbers
 * @param kind    kebab-case, stored; its words are the texts {@code record.act.<kind>}
 * @param by      account id; null where the system did it
 * @param role    id of the role in which it was done; empty where there is none
 * @param basis   what it rests on, by the names in {@link Basis}; no personal data
 * @param details codes, numbers and reasons; encrypted where they are kept
 */
public record CaseAct(List<String> cases, String kind, String by, String role, Map<String, String> basis, Map<String, String> details) {

    /** Names of what an act can rest on. */
    public static final class Basis {
        public static final String DECISION = "decision";
        public static final String DECISION_VERSION = "decisionVersion";
        /** Ids of the rules that held, with a blank between them. */
        public static final String RULES = "rules";
        /** Clauses of the standard that those rules name, with a blank between them. */
        public static final String CLAUSES = "clauses";
        public static final String STANDARD = "standard";
        public static final String EDITION = "edition";
        public static final String FORM = "form";
        public static final String FORM_VERSION = "formVersion";
        public static final String MODEL = "model";
        public static final String MODEL_VERSION = "modelVersion";

        private Basis() {
        }
    }

    public CaseAct {
        cases = List.copyOf(cases);
        role = role == null ? "" : role;
        basis = Map.copyOf(basis);
        details = Map.copyOf(details);
    }

    public static CaseAct of(String caseNumber, String kind, String by, String role, Map<String, String> details) {
        return new CaseAct(List.of(caseNumber), kind, by, role, Map.of(), details);
    }

    public static CaseAct of(Collection<String> cases, String kind, String by, String role, Map<String, String> details) {
        return new CaseAct(List.copyOf(cases), kind, by, role, Map.of(), details);
    }
}

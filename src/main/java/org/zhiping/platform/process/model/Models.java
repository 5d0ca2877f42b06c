package org.zhiping.platform.process.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes, decisions and forms by the id under which they are referred to. */
record Models(Map<String, BpmnModel> processes, Map<String, DmnModel> decisions, Map<String, FormModel> forms) {

    static Models none() {
        return new Models(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** What is in force once these models have come on top of the others. */
    Models over(Models others) {
        return new Models(merge(others.processes, processes), merge(others.decisions, decisions), merge(others.forms, forms));
    }

    private static <T> Map<String, T> merge(Map<String, T> below, Map<String, T> above) {
        Map<String, T> all = new HashMap<>(below);
        all.putAll(above);
        return all;
    }

    Stream<XmlNode> callsOf(String process) {
        return processes.values().stream().flatMap(model -> model.process().all("bpmn:callActivity"))
                .filter(call -> call.attribute("calledElement").equals(process));
    }

    /** The variables that every caller hands to this process; empty when nobody calls it. */
    Optional<Set<String>> handedTo(String process) {
        return callsOf(process).map(BpmnModel::handedOver).reduce((one, other) ->
                one.stream().filter(other::contains).collect(Collectors.toSet()));
    }

    boolean hasDecision(String reference) {
        String base = DecisionReference.packBase(reference);
        return base == null ? decisions.containsKey(reference)
                : decisions.keySet().stream().anyMatch(id -> id.startsWith(base + "-"));
    }

}

package org.zhiping.benchmark;

/**
 * One kind of HTTP call. An action is a decision of a person that the product keeps: a case is complete after the same actions,
 * however many calls a client needs for them.
 *
 * @param name what the person does
 * @param kind how the call counts
 */
record Act(String name, Kind kind) {

    enum Kind {
        /** Keeps what a person decided. */
        ACTION,
        /** A change that belongs to an action that is counted with another call, as claiming a task to completing it. */
        PART,
        /** What a person looks at before acting. */
        READ,
        /** A read that came before the background had done its part. */
        WAIT
    }

    static Act action(String name) {
        return new Act(name, Kind.ACTION);
    }

    static Act part(String name) {
        return new Act(name, Kind.PART);
    }

    static Act read(String name) {
        return new Act(name, Kind.READ);
    }

    static Act waiting(String name) {
        return new Act(name, Kind.WAIT);
    }
}

package org.zhiping.platform;

import java.util.List;

/**
 * An act that is not carried out, told to the person in their own language. The message is the text
 * {@code refusal.<code>} of the message bundles; nothing of the refused act is kept.
 */
public class Refusal extends RuntimeException {

    /** What the refusal is about, in the terms of HTTP. */
    public enum Kind {
        INVALID(400), FORBIDDEN(403), NOT_FOUND(404), CONFLICT(409), TOO_LARGE(413), TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One field that is wrong; {@code field} is its camelCase name, or empty when the whole is meant. */
    public record Fault(String field, String code, Object... args) {
    }

    private final Kind kind;
    private final List<Fault> faults;

    public Refusal(Kind kind, List<Fault> faults) {
        super(faults.isEmpty() ? kind.name() : faults.get(0).code());
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public static Refusal invalid(String field, String code, Object... args) {
        return new Refusal(Kind.INVALID, List.of(new Fault(field, code, args)));
    }

    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, faults);
    }

    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, List.of(new Fault("", code, args)));
    }

    public static Refusal notFound(String code, Object... args) {
        return new Refusal(Kind.NOT_FOUND, List.of(new Fault("", code, args)));
    }

    public static Refusal conflict(String code, Object... args) {
        return new Refusal(Kind.CONFLICT, List.of(new Fault("", code, args)));
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}

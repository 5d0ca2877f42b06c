package org.zhiping.platform.process.model;

/** A resource that is not what its suffix says; {@code code} is that of the {@link ModelProblem} to report. */
final class UnreadableModel extends Exception {

    final String code;
    final int line;

    UnreadableModel(String code, int line, Throwable cause) {
        super(cause.getMessage(), cause);
        this.code = code;
        this.line = line;
    }
}

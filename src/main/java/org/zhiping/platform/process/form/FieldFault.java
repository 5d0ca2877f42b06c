package org.zhiping.platform.process.form;

/** A value that its field does not take. The first argument of the message is always the field's label. */
final class FieldFault extends RuntimeException {

    private final String code;
    private final Object[] args;

    FieldFault(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = args;
    }

    String code() {
        return code;
    }

    Object[] args(String label) {
        Object[] all = new Object[args.length + 1];
        all[0] = label;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }
}

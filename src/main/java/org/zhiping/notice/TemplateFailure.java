package org.zhiping.notice;

/** A template could not be filled in. */
class TemplateFailure extends Exception {

    private final transient TemplateFault fault;

    TemplateFailure(TemplateFault fault, Throwable cause) {
        super(fault.code() + " at " + fault.line() + ":" + fault.column() + " " + fault.detail(), cause);
        this.fault = fault;
    }

    TemplateFault fault() {
        return fault;
    }
}

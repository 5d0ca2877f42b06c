package org.zhiping.certificate;

/** A certificate that is ready but for its number. */
record Draft(Printed printed, Numbering numbering) {
}

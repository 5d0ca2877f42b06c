package org.zhiping.platform.process.model;

/** What an attribute or a text of a model may be. */
enum Content {

    /** Plain text: nothing that the engine evaluates. */
    LITERAL,
    /** A call of a process bean. */
    CALL,
    /** A call or a variable. */
    COMPUTED,
    /** A call, a variable, or plain text. */
    VALUE,
    /** A variable or comparisons. */
    CONDITION,
    /** A decision's id, or {@code name-${standard}-${edition}} for a decision of a standard's pack. */
    DECISION,
    /** The name of a variable that is written. */
    NAME,
    /** The name of a variable that is read. */
    VARIABLE,
    /** FEEL: a test in an input entry, an expression elsewhere. */
    FEEL,
    /** The name of an expression language, which must be FEEL. */
    LANGUAGE,
    /** {@code latest}, and nothing else. */
    LATEST,
    /** {@code singleEntry}, and nothing else. */
    SINGLE_ENTRY,
    /** {@code true} or {@code false}. */
    FLAG,
    /** {@code true}, and nothing else. */
    TRUE;

    static Content of(String word) {
        return valueOf(word.replace('-', '_').toUpperCase());
    }
}

package org.zhiping.document;

/** What a virus scanner said of a file. */
public enum VirusCheck {

    /** No scanner is set up, or the product made the file itself. */
    NOT_ASKED,
    CLEAN,
    /** The scanner could not be asked yet; until then nobody opens the file. */
    WAITING,
    /** The content was deleted. */
    FOUND
}

package org.zhiping.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Editions of standards as process owners bring them in. The person who acts must already be checked for the role that
 * the act needs.
 */
public interface Editions {

    /** Finds everything that is wrong with a zip and stores nothing. */
    PackReport check(InputStream zip) throws IOException;

    /**
     * Stores the zip and brings its tables into force, in one transaction; from then on the edition is there for rounds.
     * Nothing is stored when there is an error, or a warning that is not accepted.
     *
     * @throws org.zhiping.platform.Refusal (CONFLICT) when a round uses the edition already, or it is what is in force
     */
    PackReport store(InputStream zip, boolean warningsAccepted, String by) throws IOException;

    /**
     * Takes every upload of an edition out of force; the record stays. Where the edition also comes with the program, that
     * is in force again.
     *
     * @throws org.zhiping.platform.Refusal (CONFLICT) when a round uses it, or when it comes with the program alone
     */
    void remove(String standard, String edition, String by);

    /** Every version of every edition, the newest of an edition first. */
    List<EditionVersion> versions();

    /** The zip of one version as it was sent; what comes with the program is zipped for it. */
    byte[] zip(String standard, String edition, int version);
}

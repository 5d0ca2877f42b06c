package org.zhiping.intake;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.zhiping.document.Upload;

/** Materials that arrive in parts. Each call names the account that acts; an upload of somebody else is as unknown as one that does not exist. */
public interface MaterialUploads {

    /**
     * @param replaces    the file in whose place it comes; null for one more
     * @param fingerprint by which a browser knows the file again; may be empty
     */
    record Plan(String material, UUID replaces, String fileName, long length, String fingerprint) {
    }

    /** A material on its way. */
    record Arriving(String material, UUID replaces, Upload upload) {
    }

    /** @throws org.zhiping.platform.Refusal also when too many are under way */
    Arriving begin(String account, String caseNumber, Plan plan);

    /** Those that are not finished, oldest first. */
    List<Arriving> unfinished(String account, String caseNumber);

    /** One that is under way, or that has arrived. @throws org.zhiping.platform.Refusal (NOT_FOUND) */
    Upload find(String account, String caseNumber, UUID upload);

    /**
     * Takes what comes. With its last byte a file is checked and attached; then an empty part does no harm, and makes up
     * for a check that a stop of the server prevented.
     *
     * @return how far the upload has come
     * @throws org.zhiping.platform.Refusal (CONFLICT) at another offset; any other when the complete file is not taken, and then it is gone
     */
    long append(String account, String caseNumber, UUID upload, long offset, InputStream part);

    void cancel(String account, String caseNumber, UUID upload);
}

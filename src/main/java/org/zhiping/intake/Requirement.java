package org.zhiping.intake;

import java.util.List;

/**
 * One line of the list of materials, with what is already there.
 *
 * @param anyOf        codes of which any one suffices; uploads are filed under one of them
 * @param byApplication the application itself fulfils it, nothing is uploaded
 */
public record Requirement(String material, List<String> anyOf, boolean required, String clause, boolean byApplication,
                          List<AttachedFile> files) {

    public boolean fulfilled() {
        return byApplication || files.stream().anyMatch(AttachedFile::counts);
    }

    public boolean missing() {
        return required && !fulfilled();
    }

    /** True when a file under this code belongs to this line. */
    public boolean takes(String code) {
        return !byApplication && (material.equals(code) || anyOf.contains(code));
    }
}

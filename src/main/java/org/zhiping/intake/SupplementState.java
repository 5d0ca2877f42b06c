package org.zhiping.intake;

import java.util.List;

/**
 * How an item of a return stands.
 *
 * @param name     of the material, fact or question in the language of the request
 * @param answered there is a note, another file or another statement
 * @param before   files that counted when it was returned
 * @param arrived  files that came since and count
 * @param was      what was stated, in words; only of a fact
 * @param is       what is stated now; empty where it is stated no more
 */
public record SupplementState(Supplement.Item item, String name, boolean answered, List<AttachedFile> before, List<AttachedFile> arrived,
                              String was, String is) {
}

package org.zhiping.standard;

/**
 * A kind of application material.
 *
 * @param clause      where the standard asks for it; null when it is the institution's own
 * @param fulfilledBy {@code upload}, {@code portrait} for a picture of the person that may be printed on papers, or
 *                    {@code application} when the filled-in application itself is the material
 */
public record MaterialKind(String code, String name, String nameEn, String clause, String fulfilledBy) implements Named {

    public static final String UPLOAD = "upload";
    public static final String APPLICATION = "application";
    public static final String PORTRAIT = "portrait";
}

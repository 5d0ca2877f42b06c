package org.zhiping.standard;

/** A kind of applicant that the standard tells apart, such as 在校学生. */
public record ApplicantKind(String code, String name, String nameEn) implements Named {
}

package org.zhiping.standard;

import java.util.List;

/**
 * A material that an application needs.
 *
 * @param material code of the {@link MaterialKind}, under which the file is uploaded
 * @param anyOf    codes of the kinds of document of which any one is enough, such as 学生证复印件 or 学校证明; empty
 *                 when the material is one kind of document
 * @param required false when it is only recommended
 * @param clause   where the standard asks for it; null when it is the institution's own
 */
public record RequiredMaterial(String material, List<String> anyOf, boolean required, String clause) {

    public RequiredMaterial {
        anyOf = List.copyOf(anyOf);
    }
}

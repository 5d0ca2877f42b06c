package org.zhiping.standard;

import java.util.List;

/** Every standard that this institution evaluates. */
public interface Packs {

    /** @throws org.zhiping.platform.Refusal (NOT_FOUND) when there is no such edition */
    StandardPack find(String standard, String edition);

    List<StandardPack> all();
}

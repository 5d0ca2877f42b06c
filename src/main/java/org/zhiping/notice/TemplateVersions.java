package org.zhiping.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every version that was edited here. */
interface TemplateVersions {

    /** Newest first, without version 0. */
    List<TemplateVersion> of(String kind, Locale locale);

    /** The newest of each language of each kind that was edited: by kind, then language. */
    Map<String, Map<Locale, TemplateVersion>> newest();

    /** @throws org.zhiping.platform.Refusal (CONFLICT) when there is this version already */
    void add(TemplateVersion version);
}

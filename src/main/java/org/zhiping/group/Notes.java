package org.zhiping.group;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Texts;

/** Puts faults and refusals into words once, for whoever reads them later. */
@Component
class Notes {

    private final Texts texts;

    Notes(Texts texts) {
        this.texts = texts;
    }

    Note of(Fault fault) {
        return of(fault.field() == null ? "" : fault.field(), "refusal." + fault.code(), fault.args());
    }

    List<Note> of(Refusal refusal) {
        return refusal.faults().stream().map(this::of).toList();
    }

    Note of(String path, String key, Object... args) {
        return new Note(path, texts.of(Language.CHINESE, key, args), texts.of(Language.ENGLISH, key, args));
    }
}

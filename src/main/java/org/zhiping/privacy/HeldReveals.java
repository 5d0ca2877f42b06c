package org.zhiping.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** When staff saw a masked detail in full and why, and when the person took a copy of all this. Names of staff are left out. */
@Component
class HeldReveals implements HeldData {

    private final Reveals reveals;
    private final Downloads downloads;

    HeldReveals(Reveals reveals, Downloads downloads) {
        this.reveals = reveals;
        this.downloads = downloads;
    }

    @Override
    public String section() {
        return "access";
    }

    @Override
    public Object of(String account) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("reveals", reveals.ofApplicant(account).stream().map(HeldReveals::said).toList());
        held.put("downloads", List.copyOf(downloads.of(account)));
        return held;
    }

    private static Map<String, Object> said(Reveal reveal) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", reveal.caseNumber());
        said.put("what", reveal.what());
        said.put("at", reveal.at());
        said.put("reason", reveal.reason());
        return said;
    }
}

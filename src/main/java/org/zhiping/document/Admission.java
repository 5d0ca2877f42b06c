package org.zhiping.document;

import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;

/** What every upload has to pass, whichever way it came: its type, what is in it, and the virus scanner where there is one. */
@Component
class Admission {

    private final UploadCheck check;
    private final VirusScanner scanner;

    Admission(UploadLimits limits, PortraitRules portraits, VirusScanner scanner) {
        this.check = new UploadCheck(limits, portraits);
        this.scanner = scanner;
    }

    record Admitted(String mediaType, Integer pages, VirusCheck virusCheck) {
    }

    Admitted admit(FileName name, Content content, boolean portrait) {
        UploadCheck.Found found = check.check(name, content, portrait);
        VirusCheck scanned = scanner.scan(content);
        if (scanned == VirusCheck.FOUND) {
            throw Refusal.invalid("file", "file-had-virus");
        }
        if (scanned == VirusCheck.WAITING && scanner.refusesWhileUnavailable()) {
            throw Refusal.conflict("virus-check-unavailable");
        }
        return new Admitted(found.mediaType(), found.pages(), scanned);
    }
}

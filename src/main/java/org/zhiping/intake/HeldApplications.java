package org.zhiping.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.document.Documents;
import org.zhiping.platform.HeldData;

/** Applications as typed, what was confirmed instead, the timeline, and every file, also those that were replaced. */
@Component
class HeldApplications implements HeldData {

    private final Applications applications;
    private final Milestones milestones;
    private final HandIns handIns;
    private final Files files;
    private final Documents documents;
    private final SubjectNames names;
    private final JdbcSupplements supplements;

    HeldApplications(Applications applications, Milestones milestones, HandIns handIns, Files files, Documents documents, SubjectNames names,
                     JdbcSupplements supplements) {
        this.applications = applications;
        this.milestones = milestones;
        this.handIns = handIns;
        this.files = files;
        this.documents = documents;
        this.names = names;
        this.supplements = supplements;
    }

    @Override
    public String section() {
        return "applications";
    }

    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().map(this::said).toList();
    }

    private Map<String, Object> said(Application application) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", application.caseNumber());
        said.put("subject", names.of(application));
        said.put("status", application.status());
        said.put("name", application.applicantName());
        said.put("submittedAt", application.submittedAt());
        said.put("claims", application.claims());
        said.put("handedIn", handIns.of(application.caseNumber()).stream().filter(one -> one.claims() != null)
                .map(one -> Map.of("at", one.at(), "claims", one.claims())).toList());
        said.put("corrections", application.confirmation().corrections());
        said.put("answers", application.confirmation().answers());
        said.put("files", held(application.caseNumber()).map(file -> Map.of("name", file.name(), "material", file.material(),
                "at", file.attachedAt(), "size", file.size())).toList());
        said.put("timeline", milestones.of(application.caseNumber()).stream().map(reached -> Map.of("what", reached.milestone(),
                "at", reached.at(), "args", reached.args())).toList());
        said.put("supplements", supplements.of(application.caseNumber()));
        return said;
    }

    @Override
    public List<HeldFile> files(String account) {
        return applications.ofApplicant(account).stream().flatMap(application -> held(application.caseNumber())
                .filter(file -> file.size() > 0)
                .map(file -> new HeldFile(application.caseNumber() + "/" + file.material() + "/" + file.name(), () -> documents.open(file.document()))))
                .toList();
    }

    private Stream<AttachedFile> held(String caseNumber) {
        return Stream.concat(files.of(caseNumber).stream(), files.earlier(caseNumber).stream().map(EarlierFile::file));
    }
}

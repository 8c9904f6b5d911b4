package id.lindungdesa.grant;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A request's documents are for the village, those above it, the province and the auditors; not for the insurer. */
@Component
class GrantReaders implements DocumentReaders {

    private static final Role[] PROVINCE = {Role.GUBERNUR, Role.SEKDA, Role.BIRO_HUKUM, Role.DP3AP2_VERIFIKATOR,
            Role.DP3AP2_KEPALA, Role.BPKPD_SPP, Role.BPKPD_SPM, Role.BPKPD_BUD, Role.INSPEKTORAT};

    private final CaseFiles files;

    GrantReaders(CaseFiles files) {
        this.files = files;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return files.villagesWith(documentId).stream().anyMatch(village -> who.is(PROVINCE) || above(who, village))
                || files.regenciesWith(documentId).stream().anyMatch(regency -> who.is(PROVINCE) || above(who, regency));
    }

    /** Holds an office for that area or one that it lies in. */
    private static boolean above(Official who, String area) {
        return who.offices().stream().filter(office -> office.role().area() != Role.Area.BRANCH && !office.area().isEmpty())
                .anyMatch(office -> area.equals(office.area()) || area.startsWith(office.area() + "."));
    }
}

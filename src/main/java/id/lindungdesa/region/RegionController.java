package id.lindungdesa.region;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.region.Villages.RegencyCount;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of regions in, by the administrator, and out, for any official. */
@RestController
class RegionController {

    private static final Map<String, String> SORTS = Map.of("code", "code", "name", "name", "kind", "kind",
            "districtName", "district_name", "regencyName", "regency_name");

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    @PutMapping(path = "/api/regions/{edition}", consumes = "text/csv")
    @OpenTo(Role.ADMIN)
    RegionImport replace(@PathVariable int edition, InputStream csv) {
        return regions.replace(edition, csv);
    }

    @GetMapping("/api/regions/{edition}")
    Edition edition(@PathVariable int edition) {
        return Edition.of(edition, regions.counts(edition));
    }

    @GetMapping("/api/regions/{edition}/villages")
    Page<Village> villages(@PathVariable int edition, @RequestParam(required = false) String regency,
                           @ParameterObject Paging paging) {
        return Page.of(paging, regions.villages(edition, regency, paging.orderBy(SORTS, "code"), paging.limit(),
                paging.offset()), regions.count(edition, regency));
    }

    @PutMapping(path = "/api/branches", consumes = "text/csv")
    @OpenTo(Role.ADMIN)
    BranchImport branches(InputStream csv) {
        return regions.assignBranches(csv);
    }

    /** An edition as far as it was loaded. */
    record Edition(int edition, long districts, long desa, long kelurahan, List<RegencyCount> regencies) {

        static Edition of(int edition, List<RegencyCount> regencies) {
            return new Edition(edition, regencies.stream().mapToLong(RegencyCount::districts).sum(),
                    regencies.stream().mapToLong(RegencyCount::desa).sum(),
                    regencies.stream().mapToLong(RegencyCount::kelurahan).sum(), regencies);
        }
    }
}

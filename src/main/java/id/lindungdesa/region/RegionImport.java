package id.lindungdesa.region;

import id.lindungdesa.refusal.Finding;
import java.util.List;

/** What was loaded of a list of villages, and every line that was not. */
public record RegionImport(int edition, int provinces, int regencies, int districts, int desa, int kelurahan,
                           List<Finding> rejected) {}
